using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using NuGet.Packaging;

namespace Aurora.Spec.Tests.Releases;

/// <summary>A NuGet v3 feed on loopback.</summary>
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
        _application.Use(LogInAsync);
        _application.MapGet("/v3/index.json", () => Results.Json(new { version = "3.0.0", resources = Resources() }));
        _application.MapGet("/flat/{id}/index.json", (string id) => Breaks ? Results.StatusCode(500) : VersionsOf(id) is { Length: > 0 } versions ? Results.Json(new { versions }) : Results.NotFound());
        _application.MapGet("/flat/{id}/{version}/{file}", (string file) => Packages.FirstOrDefault(package => IsNamed(package.Key, file)) is { Value: { } bytes } ? Results.Bytes(bytes) : Results.NotFound());
        _application.MapPut("/push", context => AcceptAsync(context, ".nupkg"));
        _application.MapPut("/symbols", context => AcceptAsync(context, ".snupkg"));
    }

    public string Index => $"{_application.Urls.Single()}/v3/index.json";

    /// <summary>Gets the files in the order of their arrival.</summary>
    public List<KeyValuePair<string, byte[]>> Packages { get; } = [];

    public IEnumerable<string> Files => Packages.Select(package => package.Key);

    /// <summary>Gets the number of requests without a package, which test the key.</summary>
    public int Probes { get; private set; }

    /// <summary>Gets or sets the user and the password that every request must have, such as <c>user:password</c>.</summary>
    public string? Login { get; set; }

    /// <summary>Gets or sets whether the index contains an address for symbols.</summary>
    public bool HasSymbols { get; set; } = true;

    /// <summary>Gets or sets the status of every push of symbols.</summary>
    public int? SymbolStatus { get; set; }

    /// <summary>Gets or sets whether the packages can be found.</summary>
    public bool ShowsPackages { get; set; } = true;

    /// <summary>Gets or sets whether requests for versions fail.</summary>
    public bool Breaks { get; set; }

    /// <summary>Gets or sets the address for pushes in the index.</summary>
    public string? PushAddress { get; set; }

    /// <summary>Gets or sets what happens before a file is accepted. If it returns true, it has answered, and the file is not accepted.</summary>
    public Func<HttpContext, string, bool> Intercept { get; set; } = (_, _) => false;

    public static async Task<FeedServer> StartAsync(string key)
    {
        var server = new FeedServer(key);
        await server._application.StartAsync();
        return server;
    }

    public void Add(string file) => Packages.Add(KeyValuePair.Create(Path.GetFileName(file), File.ReadAllBytes(file)));

    /// <summary>Answers with a status, a reason and a body.</summary>
    public static bool Answer(HttpContext context, int status, string? reason = null, string body = "")
    {
        context.Response.StatusCode = status;
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = reason;
        context.Response.WriteAsync(body).GetAwaiter().GetResult();
        return true;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static bool IsNamed(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private Task LogInAsync(HttpContext context, RequestDelegate next)
    {
        if (Login is null || context.Request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Login))}")
            return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"feed\"";
        return Task.CompletedTask;
    }

    private Dictionary<string, string>[] Resources()
    {
        var root = _application.Urls.Single();
        (string Type, string Address)[] resources =
            [("PackagePublish/2.0.0", PushAddress ?? $"{root}/push"), ("PackageBaseAddress/3.0.0", $"{root}/flat/"), ("SymbolPackagePublish/4.9.0", $"{root}/symbols")];
        return [.. resources.Where(resource => HasSymbols || !resource.Type.StartsWith("Symbol", StringComparison.Ordinal))
            .Select(resource => new Dictionary<string, string> { ["@id"] = resource.Address, ["@type"] = resource.Type })];
    }

    private string[] VersionsOf(string id) => [.. Packages
        .Where(package => ShowsPackages && package.Key.StartsWith($"{id}.", StringComparison.OrdinalIgnoreCase) && package.Key.EndsWith(".nupkg", StringComparison.Ordinal))
        .Select(package => package.Key[(id.Length + 1)..^".nupkg".Length])];

    private async Task AcceptAsync(HttpContext context, string extension)
    {
        var form = await context.Request.ReadFormAsync();
        await using var content = new MemoryStream();
        await form.Files[0].CopyToAsync(content);
        if (context.Request.Headers["X-NuGet-ApiKey"] != _key)
        {
            Answer(context, StatusCodes.Status403Forbidden, body: "This key may not push.");
        }
        else if (extension == ".snupkg" && SymbolStatus is { } status)
        {
            Answer(context, status, body: "No symbols here.");
        }
        else if (content.Length == 0)
        {
            Probes++;
            Answer(context, StatusCodes.Status400BadRequest);
        }
        else
        {
            using var package = new PackageArchiveReader(content);
            var file = $"{package.GetIdentity().Id}.{package.GetIdentity().Version}{extension}";
            if (Intercept(context, file))
                return;
            context.Response.StatusCode = Files.Contains(file) ? StatusCodes.Status409Conflict : StatusCodes.Status201Created;
            if (!Files.Contains(file))
                Packages.Add(KeyValuePair.Create(file, content.ToArray()));
        }
    }
}
