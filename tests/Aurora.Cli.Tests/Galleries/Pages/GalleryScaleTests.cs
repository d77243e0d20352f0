using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aurora.Cli.Tests.Galleries.Pages;

[TestFixture]
[Category("Browser")]
public sealed class GalleryScaleTests
{
    private const int Videos = 10_000;

    /// <summary>The page contains only the cards within 2500 pixels of the window. A card has about 20 elements.</summary>
    private const int MaxCards = 150;

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

    private const string Longest =
        "() => new Promise(done => setTimeout(() => { const longest = window.longest; window.longest = 0; done(longest); }, 300))";

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
    public Task Page_ten_thousand_videos_limits_elements() => Chromium.RunAsync(async () =>
    {
        using var media = new MediaServer();
        // Only the last 100 videos have pictures, so that the test does not measure its server.
        var videos = SampleGallery.Videos(Videos, media).ToArray();
        foreach (var video in videos.SkipLast(100))
            (video["preview"], video["image"]) = (null, "");
        using var server = FixedResponse.Serve(videos);
        await using var visit = await GalleryVisit.OpenAsync(server, watch: Watch);
        visit.Page.SetDefaultTimeout(120_000);

        await Expect(visit.Count).ToContainTextAsync("10,000 of 10,000 videos");
        Assert.That(await visit.Cards.CountAsync(), Is.InRange(1, MaxCards));
        Assert.That(await visit.Page.Locator("*").CountAsync(), Is.LessThan(30 * MaxCards));
        Log($"page: {new FileInfo(visit.File).Length / 1e6:0.0} MB");
        Log($"first cards after {await visit.Page.EvaluateAsync<double>("() => window.first"):0} ms, longest task {await LongestAsync():0} ms");
        foreach (var text in new[] { "o", "on", "onb", "on pricing" })
            Log($"search '{text}': drawn after {await visit.Page.EvaluateAsync<double>(Type, text):0} ms, longest task {await LongestAsync():0} ms");

        await visit.Page.EvaluateAsync(Type, "");
        await Expect(visit.Count).ToContainTextAsync("10,000 of 10,000 videos");
        await LongestAsync();
        var most = await visit.Page.EvaluateAsync<int>(ScrollToTheEnd);
        Log($"scrolling to the end: longest task {await LongestAsync():0} ms, {most} cards at most");

        await Expect(visit.Page.GetByText("Showing all 10,000 videos.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator($"[aria-posinset='{Videos}']")).ToBeVisibleAsync();
        Assert.That(await visit.Cards.CountAsync(), Is.InRange(1, MaxCards));
        Assert.That(await visit.Page.Locator("*").CountAsync(), Is.LessThan(30 * MaxCards));

        await visit.Page.EvaluateAsync("() => scrollTo({ top: 0, behavior: 'instant' })");
        await Expect(visit.Page.Locator("[aria-posinset='1']")).ToBeVisibleAsync();
        Assert.That(visit.ConsoleErrors, Is.Empty);

        Task<double> LongestAsync() => visit.Page.EvaluateAsync<double>(Longest);
    });

    [Test]
    public Task Page_open_card_stays_open_while_scrolling() => Chromium.RunAsync(async () =>
    {
        using var media = new MediaServer();
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(300, media));
        await visit.Cards.First.Locator("summary").ClickAsync();
        await visit.Search.FocusAsync();

        await visit.Page.EvaluateAsync<int>(ScrollToTheEnd);

        await Expect(visit.Page.Locator("[aria-posinset='49']")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("[aria-posinset='1'] details[open]")).ToHaveCountAsync(1);
    });

    private static void Log(FormattableString line) => TestContext.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
