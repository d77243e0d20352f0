using Aurora.Testing;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Galleries.Pages;

/// <summary>Opens a page that the tool created, and records its requests and errors.</summary>
internal sealed class GalleryVisit : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IBrowserContext _context;

    private GalleryVisit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>The errors, warnings and dialogs of the page.</summary>
    public List<string> ConsoleErrors { get; } = [];

    /// <summary>The addresses that the page requested.</summary>
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

    /// <param name="server">The server with the videos.</param>
    /// <param name="scheme">The color scheme of the system.</param>
    /// <param name="watch">A script that runs before the script of the page, or null.</param>
    public static Task<GalleryVisit> OpenAsync(AuroraServer server, ColorScheme scheme = ColorScheme.Light, string? watch = null) =>
        OpenAsync((session, file) => session.RunAsync(server, "gallery", "--out", file), scheme, watch);

    /// <summary>Opens the page of the demo.</summary>
    public static Task<GalleryVisit> OpenDemoAsync() => OpenAsync((session, file) => session.RunAsync("gallery", "--demo", "--out", file));

    private static async Task<GalleryVisit> OpenAsync(Func<Session, string, Task<int>> create, ColorScheme scheme = ColorScheme.Light, string? watch = null)
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
        await Assert.ThatAsync(() => create(session, visit.File), Is.Zero, session.Error);
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
                ConsoleErrors.Add(message.Text);
        };
        Page.PageError += (_, error) => ConsoleErrors.Add(error);
        Page.Dialog += async (_, dialog) =>
        {
            ConsoleErrors.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        Page.Request += (_, request) => Requests.Add(request.Url);
    }
}
