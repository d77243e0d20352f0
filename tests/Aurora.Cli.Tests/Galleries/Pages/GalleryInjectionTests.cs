using System.Reflection;
using Aurora.Client;
using Microsoft.Playwright;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using static Microsoft.Playwright.Assertions;

namespace Aurora.Cli.Tests.Galleries.Pages;

[TestFixture]
[Category("Browser")]
public sealed class GalleryInjectionTests
{
    private const string WatchPolicy =
        "addEventListener('securitypolicyviolation', event => console.error(`violation: ${event.violatedDirective} ${event.blockedURI}`), true);";

    private const string Click = "elements => { elements.forEach(element => element.click()); return elements.length; }";

    private const string FocusAndHover =
        """
        links => {
          for (const link of links) {
            link.focus();
            link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
          }
          return links.length;
        }
        """;

    private const string Unsafe =
        "main :is(script, style, iframe, object, embed, form form, [onload], [onerror], [onfocus], [onmouseover])";

    private static readonly string[] Payloads =
    [
        "<script>window.ran = 1; alert(1)</script>",
        "</script><script>window.ran = 1; alert(1)</script>",
        "<!-- <script> ",
        "]]></title></style></textarea><svg onload=\"window.ran = 1\">",
        "\"><img src=x onerror=\"window.ran = 1; alert(1)\">",
        "' onmouseover='window.ran = 1' autofocus onfocus='window.ran = 1' x='",
        "javascript:window.ran=1;alert(1)",
        "\u0001 JaVa\tScript:window.ran=1",
        "data:text/html,<script>window.ran=1;alert(1)</script>",
        "file:///etc/passwd",
        "line\u2028separator\u2029window.ran = 1",
        "{script} {videos} ${window.ran = 1} {{constructor.constructor('window.ran=1')()}}",
        "&lt;img src=x onerror=alert(1)&gt; &amp;amp;",
        "\\\"},{\"id\":\"\\u003c/script\\u003e",
    ];

    // The names contain numbers because control characters break the test report.
    private static IEnumerable<TestCaseData> Cases =>
        Payloads.Select((payload, i) => new TestCaseData(payload).SetArgDisplayNames($"payload {i + 1}"));

    private static readonly (string Name, Type Type)[] Properties =
    [
        .. from property in typeof(AuroraFlow).GetProperties()
           let json = property.GetCustomAttribute<JsonPropertyAttribute>()
           where json is not null
           select (json.PropertyName, property.PropertyType),
    ];

    private readonly MediaServer _media = new();

    [OneTimeTearDown]
    public void StopTheMedia() => _media.Dispose();

    [TestCaseSource(nameof(Cases))]
    public async Task Page_payload_in_every_property_runs_no_script(string payload)
    {
        // One video has the payload in each property, one in all properties, and one at the end of its addresses.
        var videos = Properties.Select(property => With(property.Name, payload)).ToList();
        videos.Add(With(payload, new JArray(payload, new JObject { [payload] = payload })));
        videos.Add(new JObject(Properties.Select(property => new JProperty(property.Name, payload))));
        videos.Add(With("video_output", $"{_media.Address}videos/{payload}", "image", "preview", "audio", "editor_url"));
        using var server = FixedResponse.Serve(videos);
        await using var visit = await GalleryVisit.OpenAsync(server, watch: WatchPolicy);
        await Expect(visit.Cards).ToHaveCountAsync(videos.Count);

        // One script clicks all of them, because separate Playwright calls take about a minute.
        await visit.Page.Locator("summary").EvaluateAllAsync<int>(Click);
        await Expect(visit.Page.Locator("article details:not([open])")).ToHaveCountAsync(0);
        await visit.Page.Locator("article a").EvaluateAllAsync<int>(FocusAndHover);
        await visit.Search.FillAsync(payload);
        await Expect(visit.Count).ToContainTextAsync(" of ");
        await visit.Search.FillAsync("");
        await Expect(visit.Cards).ToHaveCountAsync(videos.Count);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await visit.Page.EvaluateAsync<bool>("() => 'ran' in window"), Is.False);
            Assert.That(visit.ConsoleErrors.Where(error => !error.Contains("Failed to load resource", StringComparison.Ordinal)), Is.Empty);
            Assert.That(await visit.Page.Locator("body script").CountAsync(), Is.EqualTo(2));
            Assert.That(await visit.Page.Locator(Unsafe).CountAsync(), Is.Zero);
            Assert.That(
                await visit.Page.Locator("a:not(.skip)").EvaluateAllAsync<string[]>("links => links.map(link => link.protocol)"),
                Is.All.AnyOf("http:", "https:"));
            Assert.That(visit.Requests.Skip(1), Is.All.StartsWith(_media.Address));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Page_payload_in_text_property_is_shown_as_text(string payload)
    {
        var texts = Properties
            .Where(property => property.Type == typeof(string) || property.Type.Namespace == typeof(AuroraFlow).Namespace)
            .Select(property => property.Name)
            .Except(["video_output", "preview", "editor_url"])
            .ToArray();
        Assert.That(texts, Is.SupersetOf(new[] { "name", "text_prompt", "failed_reason", "status", "model_version" }));
        using var server = FixedResponse.Serve(texts.Select(text => With(text, payload)));
        await using var visit = await GalleryVisit.OpenAsync(server);
        await Expect(visit.Cards).ToHaveCountAsync(texts.Length);

        await visit.Page.Locator("article summary").EvaluateAllAsync<int>(Click);

        // Videos with the same creation time keep the order of the account.
        var cards = await visit.Cards.EvaluateAllAsync<string[]>("cards => cards.map(card => card.textContent)");
        foreach (var (text, card) in texts.Zip(cards))
            Assert.That(card, Does.Contain(text == "status" ? payload.Replace('_', ' ') : payload.Trim()), text);
    }

    private JObject With(string property, JToken value, params string[] others)
    {
        var video = FixedResponse.Video("image", $"\"{_media.Address}previews/a\"");
        foreach (var address in Properties.Where(each => each.Name is "video_output" or "preview" or "editor_url" or "audio"))
            video[address.Name] = $"{_media.Address}{(address.Name == "video_output" ? "videos" : "previews")}/a";
        foreach (var name in others.Append(property))
            video[name] = value;
        return video;
    }
}
