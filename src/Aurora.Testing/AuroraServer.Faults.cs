namespace Aurora.Testing;

public sealed partial class AuroraServer
{
    /// <summary>Gets the number of faults and fault rules that are not used up. A rule without a limit is never used up.</summary>
    public int PendingFaultCount => _faults.Pending;

    /// <summary>Injects each fault into one of the next requests, in order. The server does not check the keys of these requests.</summary>
    /// <param name="faults">The faults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="faults"/> or one of its elements is null.</exception>
    public void EnqueueFaults(params AuroraFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var fault in faults)
            InjectFaultWhen(_ => true, fault);
    }

    /// <summary>
    /// Injects a fault into requests that match a predicate. If a request matches several rules, the rule that was added first applies.
    /// </summary>
    /// <param name="predicate">Selects the requests. If it throws, the server responds with status 500, and the body describes the exception.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The number of requests to inject the fault into, or <see cref="int.MaxValue"/> for all matching requests.</param>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> or <paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void InjectFaultWhen(Func<AuroraRequestLogEntry, bool> predicate, AuroraFault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _faults.Add(new FaultRule(predicate, times, () => fault, $"{fault}"));
    }

    /// <summary>
    /// Injects faults into a random share of all requests. With the same seed, the same requests get the same faults, counted in the order in
    /// which the requests arrive.
    /// </summary>
    /// <param name="rate">The share of requests, from 0 (none) to 1 (all).</param>
    /// <param name="seed">Determines which requests get which faults.</param>
    /// <param name="faults">The faults to choose from. If empty, <see cref="AuroraFault.CommonFaults"/> is used.</param>
    /// <exception cref="ArgumentNullException"><paramref name="faults"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not between 0 and 1.</exception>
    public void InjectFaultsRandomly(double rate, int seed, params AuroraFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (!(rate is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate must be between 0 (no requests) and 1 (all requests).");
        AuroraFault[] choices = faults.Length > 0 ? [.. faults] : [.. AuroraFault.CommonFaults];
        var random = new SeededRandom(seed, index: 0);
        var name = $"one of {choices.Length} faults at a rate of {rate}";
        _faults.Add(new FaultRule(_ => true, int.MaxValue, () => random.NextDouble() < rate ? random.Pick(choices) : null, name));
    }

    /// <summary>Removes all pending faults and fault rules.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Checks that all injected faults have been used. Rules without a limit are ignored.</summary>
    /// <exception cref="AuroraAssertionException">Some faults have not been used. The message lists them.</exception>
    public void AssertAllFaultsUsed()
    {
        if (_faults.Unused is { Count: > 0 } unused)
            throw new AuroraAssertionException(AssertionMessage.UnusedFaults(unused));
    }
}
