namespace Aurora.Reliability.Tests.Faults;

/// <summary>What the documentation of the client promises for each fault: <c>Expected.md</c>.</summary>
internal static class ExpectedOutcomes
{
    public static FaultTable Table { get; } = Read();

    /// <summary>Every cell that did not end as promised, and whatever was left behind.</summary>
    public static IReadOnlyList<string> Deviations(FaultMatrix matrix) =>
    [
        .. FaultMatrix.Faults.SelectMany(fault => CalledMethod.All.SelectMany(method => FaultMatrix.Attempts.Select(attempt => Deviation(matrix, fault, method, attempt)))).OfType<string>(),
        .. matrix.Unobserved.Select(exception => $"Nobody asked about {exception}"),
        .. matrix.SocketsLeft > 0 ? [$"{matrix.SocketsLeft} sockets are left."] : (string[])[],
    ];

    public static string Of(string fault, CalledMethod method, int attempt)
    {
        var row = Table.Rows.SingleOrDefault(row => row.Fault == fault);
        var column = CalledMethod.All.ToList().IndexOf(method);
        return row is null ? "not in the table" : CellOutcome.Attempts(row.Outcomes[column])[FaultMatrix.Attempts.ToList().IndexOf(attempt)];
    }

    private static string? Deviation(FaultMatrix matrix, Fault fault, CalledMethod method, int attempt)
    {
        var (expected, actual) = (Of(fault.Name, method, attempt), matrix.Outcome(fault.Name, method.Name, attempt));
        return expected == actual ? null : $"{method}, attempt {attempt}, {fault.Name}: {actual} instead of {expected}";
    }

    private static FaultTable Read()
    {
        using var file = typeof(ExpectedOutcomes).Assembly.GetManifestResourceStream("Expected.md")!;
        using var reader = new StreamReader(file);
        return FaultTable.Parse(reader.ReadToEnd());
    }
}
