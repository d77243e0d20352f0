using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aurora.Cli.Tests.Galleries.Pages;

[TestFixture]
[Category("Browser")]
public sealed class GalleryAccessibilityTests
{
    private const string Focused =
        """
        () => {
          const at = document.activeElement;
          const style = getComputedStyle(at);
          const isVisible = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          return { name: at.id || at.value || at.ariaLabel || at.textContent, isVisible };
        }
        """;

    private readonly MediaServer _media = new();

    [OneTimeTearDown]
    public void StopTheMedia() => _media.Dispose();

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Axe_initial_page_finds_no_violations(ColorScheme scheme)
    {
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(24, _media), scheme);

        await AssertAxeAsync(visit.Page);
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Axe_expanded_page_finds_no_violations(ColorScheme scheme)
    {
        var videos = SampleGallery.Videos(12, _media).ToArray();
        // The period is long enough to make the charts scroll.
        foreach (var (i, video) in videos.Index())
            video["created_at"] = $"2025-{i + 1:00}-28T12:00:00Z";
        videos[0]["status"] = "an unknown status";
        await using var visit = await GalleryVisit.OpenAsync(videos, scheme);

        await visit.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Checkbox).First.UncheckAsync();
        foreach (var summary in await visit.Page.Locator("summary").AllAsync())
            await summary.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Play ") }).First.ClickAsync();

        await AssertAxeAsync(visit.Page);
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Axe_empty_account_finds_no_violations(ColorScheme scheme)
    {
        await using var visit = await GalleryVisit.OpenAsync([], scheme);

        await AssertAxeAsync(visit.Page);
    }

    [Test]
    public async Task Keyboard_tab_moves_visible_focus_in_order()
    {
        await using var visit = await GalleryVisit.OpenAsync(SampleGallery.Videos(6, _media));
        await Expect(visit.Cards).ToHaveCountAsync(6);
        var stops = new List<FocusStop>();

        for (var i = 0; i < 13; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            stops.Add(await visit.Page.EvaluateAsync<FocusStop>(Focused));
        }

        string[] expected =
        [
            "Skip to the videos", "theme", "Show as a table", "Show as a table", "search",
            "done", "running", "in_queue", "pending", "failed", "rejected", "order", "Show all",
        ];
        Assert.That(stops.Select(stop => stop.Name), Is.EqualTo(expected));
        Assert.That(stops.Where(stop => !stop.IsVisible), Is.Empty);
    }

    [Test]
    public async Task Keyboard_only_opens_details_and_plays_video()
    {
        var video = SampleGallery.Videos(1, _media).Single();
        (video["status"], video["video_output"]) = ("done", $"{_media.Address}videos/a.webm");
        await using var visit = await GalleryVisit.OpenAsync([video]);
        var keyboard = visit.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.List, new() { Name = "Videos" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Space");
        await Expect(visit.Cards.GetByText((string)video["id"]!, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visit.Cards.Locator("summary")).ToBeFocusedAsync();
        await keyboard.PressAsync("Shift+Tab");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("video")).ToBeFocusedAsync();
    }

    [Test]
    public async Task ScreenReader_page_has_landmarks_and_live_count()
    {
        var video = SampleGallery.Videos(1, _media).Single();
        var changes = """{ "name": "Tour", "status": "running", "progress": 0.4, "credits_used": 2, "video_output": null }""";
        video.Merge(Newtonsoft.Json.Linq.JObject.Parse(changes));
        await using var visit = await GalleryVisit.OpenAsync([video]);

        await Expect(visit.Page.Locator("body")).ToMatchAriaSnapshotAsync(
            """
            - banner:
              - heading "Aurora videos" [level=1]
              - combobox "Theme"
            - main:
              - region "At a glance":
                - figure "Videos by status":
                  - table:
                    - rowgroup:
                      - row "Status Share Videos"
                    - rowgroup:
                      - row "running 100 % 1":
                        - rowheader "running"
                - figure "Videos by day (UTC)":
                  - img /Videos by day, 1 day/
                - figure "Credits by day (UTC)":
                  - img /Credits by day, 1 day/
              - region "Videos":
                - search "Videos":
                  - searchbox "Search"
                  - group "Status":
                    - checkbox "running (1)"
                  - combobox "Sort by"
                  - button "Show all"
                - status: 1 of 1 video, 2 credits
                - list "Videos":
                  - listitem:
                    - article "Tour":
                      - heading "Tour" [level=3]
                      - progressbar "Progress"
            """);
        await Expect(visit.Page.GetByRole(AriaRole.Listitem)).ToHaveAttributeAsync("aria-setsize", "1");
    }

    private static async Task AssertAxeAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.That(result.Passes, Is.Not.Empty);
        Assert.That(
            result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")), Is.Empty);
    }

    internal sealed record FocusStop
    {
        public string Name { get; init; } = "";

        public bool IsVisible { get; init; }
    }
}
