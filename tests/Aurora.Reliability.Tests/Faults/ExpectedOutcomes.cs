namespace Aurora.Reliability.Tests.Faults;

/// <summary>The outcomes that the documentation of the client promises for each fault (<c>Expected.md</c>).</summary>
internal static class ExpectedOutcomes
{
    public static FaultTable Table { get; } = Read();

    /// <summary>Returns the cells that have an unexpected outcome, unobserved exceptions, and leaked sockets.</summary>
    public static IReadOnlyList<string> Deviations(FaultMatrix matrix)
    {
        var outcomes = from fault in FaultMatrix.Faults
                       from method in CalledMethod.All
                       from attempt in FaultMatrix.Attempts
                       select Deviation(matrix, fault, method, attempt);
        return
        [
            .. outcomes.OfType<string>(),
            .. matrix.Unobserved.Select(exception => $"Unobserved exception: {exception}"),
            .. matrix.LeakedSockets > 0 ? [$"{matrix.LeakedSockets} sockets were not closed."] : (string[])[],
        ];
    }

    public static string Of(string fault, CalledMethod method, int attempt)
    {
        var row = Table.Rows.SingleOrDefault(row => row.Fault == fault);
        var column = CalledMethod.All.ToList().IndexOf(method);
        return row is null ? "not in the table" : CellOutcome.Attempts(row.Outcomes[column])[FaultMatrix.Attempts.ToList().IndexOf(attempt)];
    }

    private static string? Deviation(FaultMatrix matrix, Fault fault, CalledMethod method, int attempt)
    {
        var (expected, actual) = (Of(fault.Name, method, attempt), matrix.Outcome(fault.Name, method.Name, attempt));
        return expected == actual ? null : $"{method}, attempt {attempt}, {fault.Name}: expected {expected}, but was {actual}";
    }

    private static FaultTable Read()
    {
        using var file = typeof(ExpectedOutcomes).Assembly.GetManifestResourceStream("Expected.md")!;
        using var reader = new StreamReader(file);
        return FaultTable.Parse(reader.ReadToEnd());
    }
}
