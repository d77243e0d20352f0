namespace Aurora.Reliability.Tests.Faults;

/// <summary>The client ends every call as its documentation says, whatever networks and servers do, and leaves nothing behind.</summary>
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
            TestName = $"{method}_on_attempt_{attempt}_meets({fault.Name})",
        };

    [OneTimeSetUp]
    public async Task RunAsync() => _matrix = await FaultMatrix.RunAsync();

    [TestCaseSource(nameof(Cells))]
    public string Fault_ends_as_promised(string fault, string method, int attempt) => _matrix.Outcome(fault, method, attempt);

    [Test]
    public void Table_promises_what_the_faults_are_and_no_more() =>
        Assert.That(ExpectedOutcomes.Table.Rows.Select(row => row.Fault), Is.EqualTo(FaultMatrix.Faults.Select(fault => fault.Name)));

    [Test]
    public void No_exception_is_left_unobserved() => Assert.That(_matrix.Unobserved, Is.Empty);

    [Test]
    public void No_socket_is_left() => Assert.That(_matrix.SocketsLeft, Is.LessThanOrEqualTo(0));

    [Test]
    public void Readme_shows_the_table() =>
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Aurora.Reliability.Tests", "README.md")), Does.Contain("\n\n" + ExpectedOutcomes.Table.Grouped().ToMarkdown() + "\n"));
}
