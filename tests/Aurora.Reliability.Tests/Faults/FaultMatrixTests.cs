namespace Aurora.Reliability.Tests.Faults;

/// <summary>Tests that each call has the documented outcome for each fault, and leaks nothing.</summary>
[TestFixture]
[NonParallelizable]
public sealed class FaultMatrixTests
{
    private FaultMatrix _matrix = null!;

    public static IEnumerable<TestCaseData> Cells =>
        from fault in FaultMatrix.Faults
        from method in CalledMethod.All
        from attempt in FaultMatrix.Attempts
        select new TestCaseData(fault.Name, method.Name, attempt)
        {
            ExpectedResult = ExpectedOutcomes.Of(fault.Name, method, attempt),
            TestName = $"{method}_fault_on_attempt_{attempt}({fault.Name})",
        };

    [OneTimeSetUp]
    public async Task RunAsync() => _matrix = await FaultMatrix.RunAsync();

    [TestCaseSource(nameof(Cells))]
    public string Fault_has_the_documented_outcome(string fault, string method, int attempt) => _matrix.Outcome(fault, method, attempt);

    [Test]
    public void Table_lists_exactly_the_faults() =>
        Assert.That(ExpectedOutcomes.Table.Rows.Select(row => row.Fault), Is.EqualTo(FaultMatrix.Faults.Select(fault => fault.Name)));

    [Test]
    public void All_exceptions_are_observed() => Assert.That(_matrix.Unobserved, Is.Empty);

    [Test]
    public void All_sockets_are_closed() => Assert.That(_matrix.LeakedSockets, Is.LessThanOrEqualTo(0));

    [Test]
    public void README_contains_the_table()
    {
        var readme = File.ReadAllText(Path.Combine(TestRepository.Root, "tests", "Aurora.Reliability.Tests", "README.md"));

        Assert.That(readme, Does.Contain("\n\n" + ExpectedOutcomes.Table.Grouped().ToMarkdown() + "\n"));
    }
}
