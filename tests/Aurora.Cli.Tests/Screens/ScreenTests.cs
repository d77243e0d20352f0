using Aurora.Cli.Tests.EndToEnd;

namespace Aurora.Cli.Tests.Screens;

/// <summary>
/// Takes what a terminal shows, with its colours, for the pictures of the README: into the folder that <c>AURORA_SCREENS</c> names.
/// <c>AURORA_SCREENS=folder dotnet test tests/Aurora.Cli.Tests --filter FullyQualifiedName~ScreenTests</c>
/// </summary>
[Explicit("It writes files.")]
internal sealed class ScreenTests
{
    private const int Columns = 100;
    private const int Lines = 30;

    [TestCase("list", "EXIT 0")]
    [TestCase("watch", "(?s)running.*running.*done.*done")]
    public async Task Demo_inATerminal_isTaken(string command, string when)
    {
        var folder = Environment.GetEnvironmentVariable("AURORA_SCREENS");
        Assume.That(folder, Is.Not.Null.And.Not.Empty, "AURORA_SCREENS names the folder.");
        await using var tmux = await Tmux.StartAsync(Columns, Lines, [command, "--demo"], ("COLORTERM", ""));

        var screen = await tmux.WaitForAsync(when, hasColor: true);

        Directory.CreateDirectory(folder!);
        await File.WriteAllTextAsync(Path.Combine(folder!, $"{command}.ansi"), screen);
    }
}
