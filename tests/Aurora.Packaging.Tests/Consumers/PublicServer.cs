using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>A registry on loopback that serves the packages in a folder with the layout of the NuGet cache, and records the requested IDs.</summary>
internal sealed class PublicServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _folder;

    private PublicServer(string folder)
    {
        _folder = folder;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.MapGet("/v3/index.json", () => new { version = "3.0.0", resources = new[] { PackageContent() } });
        _application.MapGet("/v3/packages/{id}/index.json", Versions);
        _application.MapGet("/v3/packages/{id}/{version}/{file}", Content);
    }

    /// <summary>Gets the IDs of the packages whose versions were requested.</summary>
    public ConcurrentBag<string> RequestedIds { get; } = [];

    public string Address => $"{_application.Urls.Single()}/v3/index.json";

    public static async Task<PublicServer> StartAsync(string folder)
    {
        var server = new PublicServer(folder);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // NuGet defines the names of these properties.
    private Dictionary<string, string> PackageContent() =>
        new() { ["@id"] = $"{_application.Urls.Single()}/v3/packages/", ["@type"] = "PackageBaseAddress/3.0.0" };

    private IResult Versions(string id)
    {
        RequestedIds.Add(id);
        var folder = Path.Combine(_folder, id);
        return Directory.Exists(folder)
            ? Results.Ok(new { versions = Directory.EnumerateDirectories(folder).Select(Path.GetFileName) })
            : Results.NotFound();
    }

    private IResult Content(string id, string version, string file) => Results.File(Path.Combine(_folder, id, version, file));
}
