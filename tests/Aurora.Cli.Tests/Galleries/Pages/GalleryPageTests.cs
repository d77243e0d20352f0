using Microsoft.Playwright;
using Newtonsoft.Json.Linq;
using static Microsoft.Playwright.Assertions;

namespace Aurora.Cli.Tests.Galleries.Pages;

[TestFixture]
[Category("Browser")]
public sealed class GalleryPageTests
{
    private readonly MediaServer _media = new();

    [OneTimeTearDown]
    public void StopTheMedia() => _media.Dispose();

    [Test]
    public async Task Page_opened_from_disk_loads_only_media()
    {
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(24, _media));

        await Expect(visit.Cards).ToHaveCountAsync(24);
        await Expect(visit.Cards.First.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 640);

        Assert.That(visit.Requests, Has.Exactly(1).StartsWith("file:").And.Some.StartsWith($"{_media.Address}previews/"));
        Assert.That(visit.Requests.Where(request => !request.StartsWith("file:", StringComparison.Ordinal)), Is.All.StartsWith(_media.Address));
        Assert.That(visit.ConsoleErrors, Is.Empty);
    }

    [Test]
    public async Task Page_of_the_demo_needs_no_server()
    {
        await using var visit = await GalleryVisit.OpenDemoAsync();

        await Expect(visit.Cards.First.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 320);

        Assert.That(visit.Requests, Is.All.StartsWith("file:").Or.StartsWith("data:"));
        Assert.That(visit.ConsoleErrors, Is.Empty);
    }

    [Test]
    public async Task Search_words_ignores_order_case_and_accents()
    {
        var videos = SampleGallery.Videos(6, _media).ToArray();
        videos[2]["name"] = "Über den Dächern, 2. Teil";
        videos[4]["name"] = "Über Wasser";
        await using var visit = await GalleryVisit.OpenAsync(videos);

        await visit.Search.FillAsync("TEIL uber");
        await Expect(visit.Cards).ToHaveCountAsync(1);
        await Expect(visit.Cards).ToContainTextAsync("Über den Dächern");
        await Expect(visit.Count).ToContainTextAsync("1 of 6 videos");

        await visit.Search.FillAsync((string)videos[5]["id"]!);
        await Expect(visit.Cards.GetByRole(AriaRole.Heading)).ToHaveTextAsync(TitleOf(videos[5]));
    }

    [Test]
    public async Task Search_no_matches_shows_message_and_can_be_reset()
    {
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(6, _media));

        await visit.Search.FillAsync("no video has this");
        await Expect(visit.Page.GetByText("No videos match.")).ToBeVisibleAsync();
        await Expect(visit.Count).ToContainTextAsync("0 of 6 videos, 0 credits");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Expect(visit.Cards).ToHaveCountAsync(6);
        await Expect(visit.Page.GetByText("Showing all 6 videos.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Status_selected_filters_videos_and_credits()
    {
        var videos = SampleGallery.Videos(30, _media).ToArray();
        var chosen = videos.Where(video => (string?)video["status"] is "failed" or "rejected").ToArray();
        await using var visit = await GalleryVisit.OpenAsync(videos);

        foreach (var status in new[] { "failed", "rejected" })
        {
            var label = $"{status} ({videos.Count(video => (string?)video["status"] == status)})";
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = label }).CheckAsync();
        }


        await Expect(visit.Cards).ToHaveCountAsync(chosen.Length);
        await Expect(visit.Count).ToContainTextAsync($"{chosen.Length} of 30 videos, {GalleryTable.Number(chosen.Sum(Credits))} credit");
        await Expect(visit.Cards.Locator(".status")).ToHaveTextAsync(chosen.Reverse().Select(video => (string)video["status"]!));
    }

    [TestCase("Newest first")]
    [TestCase("Oldest first")]
    [TestCase("Longest first")]
    [TestCase("Most credits first")]
    [TestCase("Name")]
    public async Task Order_selected_sorts_cards(string order)
    {
        var videos = SampleGallery.Videos(12, _media).ToArray();
        for (var i = 0; i < videos.Length; i++)
            videos[i].Merge(new JObject { ["name"] = $"Part {i * 7 % 12}", ["duration"] = i * 5 % 12, ["credits_used"] = i * 11 % 12 });
        var expected = order switch
        {
            "Newest first" => videos.Reverse(),
            "Longest first" => videos.OrderByDescending(video => (int)video["duration"]!),
            "Most credits first" => videos.OrderByDescending(Credits),
            "Name" => videos.OrderBy(video => int.Parse(((string)video["name"]!)[5..], null)),
            _ => videos,
        };
        await using var visit = await GalleryVisit.OpenAsync(videos);

        await visit.Page.GetByLabel("Sort by").SelectOptionAsync(order);

        await Expect(visit.Cards.GetByRole(AriaRole.Heading)).ToHaveTextAsync(expected.Select(TitleOf));
    }

    [Test]
    public async Task Charts_table_contains_filtered_values()
    {
        // The period includes two days without videos.
        var videos = SampleGallery.Videos(30, _media).ToArray();
        foreach (var (i, video) in videos.Index())
            video["created_at"] = $"2026-02-{new[] { 26, 27, 27, 28 }[i % 4]:00}T23:59:59Z";
        videos[0]["created_at"] = "2026-03-03T00:00:00Z";
        await using var visit = await GalleryVisit.OpenAsync(videos);
        string[] days = ["2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03"];

        await AssertChartsAsync(visit, videos, days);

        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "done" }).CheckAsync();
        var done = videos.Where(video => (string?)video["status"] == "done").ToArray();
        var first = done.Min(DayOf);
        var last = done.Max(DayOf);
        var shown = days.Where(day => string.CompareOrdinal(day, first) >= 0 && string.CompareOrdinal(day, last) <= 0);
        await AssertChartsAsync(visit, done, [.. shown]);
    }

    [Test]
    public async Task Charts_long_period_is_shown_by_month()
    {
        var videos = SampleGallery.Videos(3, _media).ToArray();
        foreach (var (video, created) in videos.Zip(["2019-12-31", "2020-02-01", "2026-01-01"]))
            video["created_at"] = $"{created}T00:00:00Z";
        await using var visit = await GalleryVisit.OpenAsync(videos);

        var rows = await GalleryTable.OpenAsync(visit.Page, "videos-by-day");

        Assert.That(rows, Has.Length.EqualTo(74));
        Assert.That(rows[..3], Is.EqualTo(new[] { ("2019-12", "1"), ("2020-01", "0"), ("2020-02", "1") }));
        await Expect(visit.Page.Locator("#videos-by-day figcaption")).ToHaveTextAsync("Videos by month (UTC)");
    }

    [Test]
    public async Task PlayButton_clicked_plays_video()
    {
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(1, _media).Select(Done));

        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Play ") }).ClickAsync();

        await Expect(visit.Page.Locator("video")).ToBeFocusedAsync();
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0");
        Assert.That(visit.Requests, Has.Some.StartsWith($"{_media.Address}videos/"));
        Assert.That(visit.ConsoleErrors, Is.Empty);

        JObject Done(JObject video)
        {
            video.Merge(new JObject { ["status"] = "done", ["video_output"] = $"{_media.Address}videos/a.webm" });
            return video;
        }
    }

    [Test]
    public async Task PlayButton_second_video_pauses_first()
    {
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(12, _media));
        var play = visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Play ") });

        await play.First.ClickAsync();
        await visit.Page.EvaluateAsync("() => { document.querySelector('video').loop = true; }");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0");
        await play.First.ClickAsync();

        await Expect(visit.Page.Locator("video")).ToHaveCountAsync(2);
        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('video')[0].paused");
    }

    [Test]
    public async Task Media_unavailable_shows_error_and_retry_button()
    {
        var video = SampleGallery.Videos(1, _media).Single();
        video.Merge(new JObject { ["status"] = "done", ["preview"] = $"{_media.Address}gone.jpg", ["video_output"] = $"{_media.Address}gone.mp4" });
        await using var visit = await GalleryVisit.OpenAsync([video]);

        await Expect(visit.Cards.Locator("img")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Play ") }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The video cannot be played.");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Try again ") })).ToBeFocusedAsync();
    }

    [Test]
    public async Task Page_empty_account_shows_message()
    {
        await using var visit = await GalleryVisit.OpenAsync([]);

        await Expect(visit.Page.GetByText("The account has no videos yet.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("No data")).ToHaveCountAsync(3);
        Assert.That(visit.ConsoleErrors, Is.Empty);
    }

    [Test]
    public async Task Page_long_names_on_phone_does_not_scroll_horizontally()
    {
        var videos = SampleGallery.Videos(6, _media).ToArray();
        foreach (var property in new[] { "name", "text_prompt", "failed_reason", "unknown" })
            videos[0][property] = new string('W', 5_000);
        await using var visit = await GalleryVisit.OpenAsync(videos);

        await visit.Page.SetViewportSizeAsync(320, 640);
        foreach (var summary in await visit.Page.Locator("summary").AllAsync())
            await summary.ClickAsync();

        Assert.That(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(320));
    }

    [Test]
    public async Task Page_right_to_left_name_keeps_layout()
    {
        var video = SampleGallery.Videos(1, _media).Single();
        video["name"] = "שלום עולם 2";
        await using var visit = await GalleryVisit.OpenAsync([video]);
        var heading = visit.Cards.GetByRole(AriaRole.Heading);

        await Expect(heading).ToHaveCSSAsync("direction", "rtl");
        await Expect(visit.Cards).ToHaveCSSAsync("direction", "ltr");
    }

    [Test]
    public async Task Page_printed_is_light_without_controls()
    {
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(6, _media), ColorScheme.Dark);

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(visit.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("html")).ToHaveCSSAsync("color-scheme", "light");
    }

    [TestCase(ColorScheme.Light, "Dark", "rgb(20, 22, 26)")]
    [TestCase(ColorScheme.Dark, "Light", "rgb(246, 247, 249)")]
    public async Task Theme_selected_overrides_system(ColorScheme system, string theme, string background)
    {
        await using var visit = await GalleryVisit.OpenAsync([], system);
        await Expect(visit.Page.Locator("body")).Not.ToHaveCSSAsync("background-color", background);

        await visit.Page.GetByLabel("Theme").SelectOptionAsync(theme);

        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", background);
    }

    private static async Task AssertChartsAsync(GalleryVisit visit, JObject[] videos, string[] days)
    {
        var label = new System.Text.RegularExpressions.Regex($", {days.Length} days. Peak");
        await Expect(visit.Page.Locator("#videos-by-day svg")).ToHaveAttributeAsync("aria-label", label);
        var byDay = days.Select(day => (day, On: videos.Where(video => DayOf(video) == day).ToArray())).ToArray();
        var statuses = videos.CountBy(video => (string)video["status"]!).Select(row => (row.Key.Replace('_', ' '), GalleryTable.Number(row.Value)));
        var counts = byDay.Select(row => (row.day, GalleryTable.Number(row.On.Length)));
        var credits = byDay.Select(row => (row.day, GalleryTable.Number(row.On.Sum(Credits))));
        Assert.That(await GalleryTable.OpenAsync(visit.Page, "by-status"), Is.EquivalentTo(statuses));
        Assert.That(await GalleryTable.OpenAsync(visit.Page, "videos-by-day"), Is.EqualTo(counts));
        Assert.That(await GalleryTable.OpenAsync(visit.Page, "credits-by-day"), Is.EqualTo(credits));
    }

    private static string TitleOf(JObject video) => (string?)video["name"] ?? "Untitled";

    private static string DayOf(JObject video) => ((string)video["created_at"]!)[..10];

    private static double Credits(JToken video) => (double)video["credits_used"]!;
}
