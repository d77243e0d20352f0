using Aurora.Cli.Tests.EndToEnd;

namespace Aurora.Cli.Tests.Screens;

/// <summary>Takes the screenshots for the README. Runs only if <c>AURORA_SCREENSHOTS</c> specifies the target folder.</summary>
[TestFixture]
[Category("Screenshots")]
public sealed class TerminalScreenshots
{
    private const int Columns = 100;
    private const int Lines = 28;

    [TestCase("list", "EXIT 0")]
    [TestCase("watch", "(?s)running.*running.*done.*done")]
    public async Task Demo_terminal_is_captured(string command, string when)
    {
        var folder = Environment.GetEnvironmentVariable("AURORA_SCREENSHOTS");
        Assume.That(folder, Is.Not.Null.And.Not.Empty, "AURORA_SCREENSHOTS is not set.");
        await using var tmux = await Tmux.StartAsync(Columns, Lines, [command, "--demo"], ("COLORTERM", ""));

        var screen = (await tmux.WaitForAsync(when, hasColor: true)).Split("EXIT ")[0];

        var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(TerminalPage.Of(screen.TrimEnd()));
        var path = Path.Combine(folder!, $"{command}.png");
        await page.Locator("body").ScreenshotAsync(new() { Path = path });
        Assert.That(new FileInfo(path).Length, Is.GreaterThan(0));
    }
}
