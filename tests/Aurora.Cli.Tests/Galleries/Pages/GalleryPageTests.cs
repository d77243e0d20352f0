using System.Globalization;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;
using static Microsoft.Playwright.Assertions;

namespace Aurora.Cli.Tests.Galleries.Pages;

[Category("Browser")]
internal sealed class GalleryPageTests
{
    [Test]
    public async Task Page_openedFromTheDisk_asksForNothingButTheMedia()
    {
        using var media = new MediaServer();
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(24, media));

        await Expect(visit.Cards).ToHaveCountAsync(24);
        await Expect(visit.Cards.First.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 640);

        Assert.That(visit.Requests, Has.Exactly(1).StartsWith("file:").And.Some.StartsWith($"{media.Address}previews/"));
        Assert.That(visit.Requests.Where(request => !request.StartsWith("file:", StringComparison.Ordinal)), Is.All.StartsWith(media.Address));
        Assert.That(visit.Complaints, Is.Empty);
    }
}
