using Microsoft.Playwright;

namespace Aurora.Cli.Tests;

/// <summary>The system's Chromium, started once for all tests that look at a page. Playwright's own is never downloaded.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    private static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The browser. A test that asks for it is left out where there is none.</summary>
    public static async Task<IBrowser> StartAsync()
    {
        Assume.That(Program, Is.Not.Null, "There is no Chromium here. Debian's package is chromium.");
        _playwright ??= await Playwright.CreateAsync();
        // Chromium's sandbox refuses root, who runs the tests in a container.
        return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, ChromiumSandbox = Environment.UserName != "root" });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
