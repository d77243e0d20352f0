using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aurora.Cli.Tests.Galleries.Pages;

[Category("Browser")]
internal sealed class GalleryScaleTests
{
    private const int Videos = 10_000;

    /// <summary>A card has about twenty elements, and those within 2500 pixels of the window are there.</summary>
    private const int MostCards = 150;

    private const string Watch =
        """
        window.longest = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
        }).observe({ type: 'longtask', buffered: true });
        new MutationObserver((_, observer) => {
          if (!document.querySelector('#grid article')) return;
          window.first = performance.now();
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
        """;

    private const string Longest = "() => new Promise(done => setTimeout(() => { const longest = window.longest; window.longest = 0; done(longest); }, 300))";

    private const string Type =
        """
        text => new Promise(done => {
          const search = document.getElementById('search'), start = performance.now();
          search.value = text;
          search.dispatchEvent(new Event('input', { bubbles: true }));
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
        })
        """;

    private const string ScrollToTheEnd =
        """
        () => new Promise(done => {
          let most = 0;
          const step = () => {
            most = Math.max(most, document.querySelectorAll('#grid article').length);
            scrollBy({ top: 1800, behavior: 'instant' });
            if (document.getElementById('more').hidden && scrollY + innerHeight >= document.documentElement.scrollHeight - 2) done(most);
            else requestAnimationFrame(step);
          };
          step();
        })
        """;

    [Test]
    public async Task Page_tenThousandVideos_staysAsLightAsAShortOne()
    {
        using var media = new MediaServer();
        // Pictures for the first ones alone: ten thousand requests would measure the server of the test.
        var videos = SampleGallery.Videos(Videos, media).ToArray();
        foreach (var video in videos.SkipLast(100))
            (video["preview"], video["image"]) = (null, "");
        using var server = Answers.Of(videos);
        await using var visit = await GalleryVisit.OpenAsync(server, watch: Watch);
        visit.Page.SetDefaultTimeout(120_000);

        await Expect(visit.Count).ToContainTextAsync("10,000 of 10,000 videos");
        Assert.That(await visit.Cards.CountAsync(), Is.InRange(1, MostCards));
        Assert.That(await visit.Page.Locator("*").CountAsync(), Is.LessThan(30 * MostCards));
        Say($"page: {new FileInfo(visit.File).Length / 1e6:0.0} MB");
        Say($"first cards after {await visit.Page.EvaluateAsync<double>("() => window.first"):0} ms, longest task {await visit.Page.EvaluateAsync<double>(Longest):0} ms");
        foreach (var text in new[] { "o", "on", "onb", "on pricing" })
            Say($"search '{text}': drawn after {await visit.Page.EvaluateAsync<double>(Type, text):0} ms, longest task {await visit.Page.EvaluateAsync<double>(Longest):0} ms");

        await visit.Page.EvaluateAsync(Type, "");
        await Expect(visit.Count).ToContainTextAsync("10,000 of 10,000 videos");
        await visit.Page.EvaluateAsync<double>(Longest);
        var most = await visit.Page.EvaluateAsync<int>(ScrollToTheEnd);
        Say($"scrolling to the end: longest task {await visit.Page.EvaluateAsync<double>(Longest):0} ms, {most} cards at most");

        await Expect(visit.Page.GetByText("These are all 10,000 videos.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator($"[aria-posinset='{Videos}']")).ToBeVisibleAsync();
        Assert.That(await visit.Cards.CountAsync(), Is.InRange(1, MostCards));
        Assert.That(await visit.Page.Locator("*").CountAsync(), Is.LessThan(30 * MostCards));

        await visit.Page.EvaluateAsync("() => scrollTo({ top: 0, behavior: 'instant' })");
        await Expect(visit.Page.Locator("[aria-posinset='1']")).ToBeVisibleAsync();
        Assert.That(visit.Complaints, Is.Empty);
    }

    [Test]
    public async Task Page_cardThatIsOpen_staysOpenWhileOthersAreLookedAt()
    {
        using var media = new MediaServer();
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(300, media));
        await visit.Cards.First.Locator("summary").ClickAsync();
        await visit.Search.FocusAsync();

        await visit.Page.EvaluateAsync<int>(ScrollToTheEnd);

        await Expect(visit.Page.Locator("[aria-posinset='49']")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("[aria-posinset='1'] details[open]")).ToHaveCountAsync(1);
    }

    private static void Say(FormattableString line) => TestContext.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
