namespace Aurora.Testing;

/// <summary>A test planned faults that no request has met.</summary>
public sealed class UnusedFaultsException : Exception
{
    /// <summary>Creates the exception from the faults and builds its message from them.</summary>
    /// <param name="faults">The faults, in the order in which they were planned.</param>
    public UnusedFaultsException(IReadOnlyList<string> faults)
        : base(Describe(faults)) => Faults = faults;

    /// <summary>The faults in words, in the order in which they were planned.</summary>
    public IReadOnlyList<string> Faults { get; }

    private static string Describe(IReadOnlyList<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return string.Join(Environment.NewLine, [$"No request has met {faults.Count} of the planned faults:", .. faults.Select(fault => $"  {fault}")]);
    }
}
