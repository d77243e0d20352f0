using Microsoft.Playwright;

namespace Aurora.Cli.Tests;

/// <summary>The Chromium of the system, which is started once for all tests. The browser of Playwright is not downloaded.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly TimeSpan LongestTest = TimeSpan.FromMinutes(2);

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

    /// <summary>Runs a test whose scripts have no limit of time. If the browser stops drawing, the test runs once more, in a new browser.</summary>
    public static async Task RunAsync(Func<Task> test)
    {
        try
        {
            await test().WaitAsync(LongestTest);
        }
        catch (TimeoutException stopped)
        {
            await TestContext.Out.WriteLineAsync($"The browser stopped: {stopped.Message}");
            // A browser that has stopped may not close either. It ends when Playwright does.
            _playwright?.Dispose();
            (_playwright, _browser) = (null, null);
            await test().WaitAsync(LongestTest);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
