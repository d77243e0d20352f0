using Aurora.Testing;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>A page that the tool has made, opened from the disk, with all that happens on it.</summary>
internal sealed class GalleryVisit : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IBrowserContext _context;

    private GalleryVisit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the console and the browser complained of.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address that was asked for.</summary>
    public List<string> Requests { get; } = [];

    public string File => _folder.File("gallery.html");

    public ILocator Cards => Page.Locator("#grid article");

    public ILocator Search => Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });

    public ILocator Count => Page.GetByRole(AriaRole.Status);

    public static async Task<GalleryVisit> OpenAsync(IEnumerable<JObject> videos, ColorScheme scheme = ColorScheme.Light, string? watch = null)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 0 });
        foreach (var video in videos)
            server.Videos.Add(video);
        return await OpenAsync(server, scheme, watch);
    }

    /// <param name="server">Whose videos the page shows.</param>
    /// <param name="scheme">What the system asks for.</param>
    /// <param name="watch">A script that runs before those of the page.</param>
    public static async Task<GalleryVisit> OpenAsync(AuroraServer server, ColorScheme scheme = ColorScheme.Light, string? watch = null)
    {
        var browser = await Chromium.StartAsync();
        var context = await browser.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (watch is not null)
            await context.AddInitScriptAsync(watch);
        var visit = new GalleryVisit(context, await context.NewPageAsync());
        visit.Listen();
        var session = new Session();
        await Assert.ThatAsync(() => session.RunAsync(server, "gallery", "--out", visit.File), Is.Zero, session.Error);
        await visit.Page.GotoAsync(new Uri(visit.File).AbsoluteUri);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _folder.Dispose();
    }

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        Page.PageError += (_, error) => Complaints.Add(error);
        Page.Dialog += async (_, dialog) =>
        {
            Complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        Page.Request += (_, request) => Requests.Add(request.Url);
    }
}
