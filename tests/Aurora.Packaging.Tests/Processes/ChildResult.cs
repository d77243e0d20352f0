namespace Aurora.Packaging.Tests.Processes;

/// <summary>The exit code and the output of a program.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Error)
{
    /// <summary>Checks that the exit code is 0. Otherwise, the message contains the output.</summary>
    public ChildResult Succeeded(string what)
    {
        Assert.That(ExitCode, Is.Zero, $"{what} failed.\n{Output}{Error}");
        return this;
    }
}
