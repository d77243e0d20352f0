using Microsoft.Playwright;

namespace Aurora.Cli.Tests;

/// <summary>The Chromium of the system, which is started once for all tests. The browser of Playwright is not downloaded.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    private static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Returns the browser. If there is none, the test is inconclusive.</summary>
    public static async Task<IBrowser> StartAsync()
    {
        Assume.That(Program, Is.Not.Null, "Chromium is not installed. The Debian package is chromium.");
        _playwright ??= await Playwright.CreateAsync();
        // The sandbox of Chromium does not support root, which runs the tests in a container.
        return _browser ??= await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Program, ChromiumSandbox = Environment.UserName != "root" });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
