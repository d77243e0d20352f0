using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using NuGet.Packaging;

namespace Aurora.Spec.Tests.Releases;

/// <summary>A NuGet v3 feed on this machine.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _key;

    private FeedServer(string key)
    {
        _key = key;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapGet("/v3/index.json", () => Results.Json(new { version = "3.0.0", resources = Resources() }));
        _application.MapGet("/flat/{id}/index.json", (string id) => Breaks ? Results.StatusCode(StatusCodes.Status500InternalServerError) : VersionsOf(id) is { Length: > 0 } versions ? Results.Json(new { versions }) : Results.NotFound());
        _application.MapGet("/flat/{id}/{version}/{file}", (string file) => Packages.FirstOrDefault(package => IsNamed(package.Key, file)) is { Value: { } bytes } ? Results.Bytes(bytes) : Results.NotFound());
        _application.MapPut("/push", context => TakeAsync(context, ".nupkg"));
        _application.MapPut("/symbols", context => TakeAsync(context, ".snupkg"));
    }

    public string Index => $"{_application.Urls.Single()}/v3/index.json";

    /// <summary>What it has, by the names of the files, in the order in which it came.</summary>
    public List<KeyValuePair<string, byte[]>> Packages { get; } = [];

    public IEnumerable<string> Files => Packages.Select(package => package.Key);

    /// <summary>The files that were offered, taken or not, and pushed again or not.</summary>
    public List<string> Offered { get; } = [];

    public bool TakesSymbols { get; set; } = true;

    /// <summary>Whether what has been pushed can be found yet.</summary>
    public bool ShowsPackages { get; set; } = true;

    /// <summary>Whether it fails when it is asked for what it has.</summary>
    public bool Breaks { get; set; }

    /// <summary>The address that the index gives for a push, in place of its own.</summary>
    public string? PushAddress { get; set; }

    /// <summary>Sees each file that is offered with the right key, by its name; true when it has answered, and the file is not taken.</summary>
    public Func<HttpContext, string, bool> Meddle { get; set; } = (_, _) => false;

    public static async Task<FeedServer> StartAsync(string key)
    {
        var server = new FeedServer(key);
        await server._application.StartAsync();
        return server;
    }

    public void Add(string file) => Packages.Add(KeyValuePair.Create(Path.GetFileName(file), File.ReadAllBytes(file)));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static bool IsNamed(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, string>[] Resources()
    {
        var root = _application.Urls.Single();
        (string Type, string Address)[] resources =
            [("PackagePublish/2.0.0", PushAddress ?? $"{root}/push"), ("PackageBaseAddress/3.0.0", $"{root}/flat/"), ("SymbolPackagePublish/4.9.0", $"{root}/symbols")];
        return [.. resources.Where(resource => TakesSymbols || !resource.Type.StartsWith("Symbol", StringComparison.Ordinal))
            .Select(resource => new Dictionary<string, string> { ["@id"] = resource.Address, ["@type"] = resource.Type })];
    }

    private string[] VersionsOf(string id) => [.. Packages
        .Where(package => ShowsPackages && package.Key.StartsWith($"{id}.", StringComparison.OrdinalIgnoreCase) && package.Key.EndsWith(".nupkg", StringComparison.Ordinal))
        .Select(package => package.Key[(id.Length + 1)..^".nupkg".Length])];

    private async Task TakeAsync(HttpContext context, string extension)
    {
        var form = await context.Request.ReadFormAsync();
        await using var content = new MemoryStream();
        await form.Files[0].CopyToAsync(content);
        using var package = new PackageArchiveReader(content);
        var identity = package.GetIdentity();
        var file = $"{identity.Id}.{identity.Version}{extension}";
        Offered.Add(file);
        if (context.Request.Headers["X-NuGet-ApiKey"] != _key)
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (Meddle(context, file))
            return;
        else if (Files.Contains(file))
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        else
        {
            Packages.Add(KeyValuePair.Create(file, content.ToArray()));
            context.Response.StatusCode = StatusCodes.Status201Created;
        }
    }

    /// <summary>Answers with a status and a reason of one's own.</summary>
    public static bool Answer(HttpContext context, int status, string? reason = null)
    {
        context.Response.StatusCode = status;
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = reason;
        return true;
    }
}
