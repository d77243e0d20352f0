using System.Text.RegularExpressions;
using Aurora.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>Takes the screenshots for the README. Runs only if <c>AURORA_SCREENSHOTS</c> specifies the target folder.</summary>
[TestFixture]
[Category("Browser")]
[Category("Screenshots")]
public sealed partial class GalleryScreenshots
{
    private const string FolderVariable = "AURORA_SCREENSHOTS";

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Page_sample_videos_is_captured(ColorScheme scheme)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assume.That(folder, Is.Not.Null.And.Not.Empty, $"{FolderVariable} is not set.");
        using var media = new MediaServer();
        // Other characters require additional font packages on Debian.
        var videos = SampleGallery.Videos(400, media).Where(video => LatinName().IsMatch((string?)video["name"] ?? "")).ToArray();
        var random = new Random(1);
        var day = new DateTime(2026, 1, 8);
        foreach (var video in videos)
        {
            day = day.AddHours(random.NextDouble() * 6 * (1 + Math.Sin(day.DayOfYear / 5.0)));
            video["created_at"] = $"{day:yyyy-MM-dd'T'HH:mm:ss'Z'}";
        }

        await using var visit = await GalleryVisit.OpenAsync(videos, scheme);
        await Expect(visit.Cards.Locator("img").Nth(3)).ToHaveJSPropertyAsync("naturalWidth", 640);
        await visit.Page.Locator("#made").EvaluateAsync("made => { made.textContent = 'From api.creatify.ai, 2026-03-01 12:00 UTC'; }");

        await visit.Page.SetViewportSizeAsync(1280, 1400);
        var path = Path.Combine(folder!, $"gallery-{scheme.ToString().ToLowerInvariant()}.png");
        await visit.Page.ScreenshotAsync(new() { Path = path });

        Assert.That(new FileInfo(path).Length, Is.GreaterThan(0));
    }

    [GeneratedRegex("^[ -\u024F]+$")]
    private static partial Regex LatinName();
}
