namespace Aurora.Packaging.Tests.Processes;

/// <summary>How a program ended, and what it printed.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test, with everything that was printed, unless the program ended well.</summary>
    public ChildResult Succeeded(string what)
    {
        Assert.That(ExitCode, Is.Zero, $"{what} failed.\n{Output}{Error}");
        return this;
    }
}
