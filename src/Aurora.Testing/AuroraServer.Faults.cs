using Aurora.Testing.Faults;
using Aurora.Testing.Generation;

namespace Aurora.Testing;

public sealed partial class AuroraServer
{
    /// <summary>How many faults, or rules for them, have not been used up. One for all requests never is.</summary>
    public int PendingFaults => _faults.Pending;

    /// <summary>Lets the coming requests meet these faults, each one request, in their order. The keys are not looked at before.</summary>
    public void EnqueueFaults(params AuroraFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var fault in faults)
            InjectFaultWhen(_ => true, fault);
    }

    /// <summary>Lets requests that fit meet a fault. Of several that fit, the one that was planned first comes first.</summary>
    /// <param name="predicate">Which requests. What it throws is answered with a 500 that names it.</param>
    /// <param name="fault">What they meet.</param>
    /// <param name="times">How many of them; <see cref="int.MaxValue"/> for all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void InjectFaultWhen(Func<AuroraRequestLogEntry, bool> predicate, AuroraFault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _faults.Add(new FaultRule(predicate, times, () => fault, $"{fault}"));
    }

    /// <summary>
    /// Lets a part of all requests meet one of these faults. The same seed gives the same faults to the same requests, by the order
    /// in which they come.
    /// </summary>
    /// <param name="rate">The part, from 0 (none) to 1 (all).</param>
    /// <param name="seed">Chooses the requests and the faults.</param>
    /// <param name="faults">The faults to choose from; <see cref="AuroraFault.Everyday"/> when there are none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not from 0 to 1.</exception>
    public void InjectFaultsRandomly(double rate, int seed, params AuroraFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (!(rate is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is from 0 (no request) to 1 (every request).");
        IReadOnlyList<AuroraFault> choice = faults.Length > 0 ? [.. faults] : AuroraFault.Everyday;
        var random = new SeededRandom(seed, index: 0);
        _faults.Add(new FaultRule(_ => true, int.MaxValue, () => random.Share() < rate ? random.Pick(choice) : null, $"one of {choice.Count} faults at a rate of {rate}"));
    }

    /// <summary>Drops all faults that are planned, those for all requests too.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Passes when every fault that was planned has been met by a request. Those for all requests are not looked at.</summary>
    /// <exception cref="UnusedFaultsException">Some have not. The message lists them.</exception>
    public void AssertFaultsUsedUp()
    {
        if (_faults.Unused is { Count: > 0 } unused)
            throw new UnusedFaultsException(unused);
    }
}
