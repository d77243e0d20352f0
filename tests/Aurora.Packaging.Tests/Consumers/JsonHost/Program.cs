using System.Text.Json;
using System.Text.Json.Serialization;
using Aurora.Client;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuroraClient(builder.Configuration.GetSection("Aurora"));
builder.Services.AddDistributedMemoryCache();
builder.Services.AddHybridCache();
builder.Services.AddControllers();
builder.Services.AddHttpClient();
var app = builder.Build();

app.MapControllers();
app.MapGet("/minimal", (AuroraClient aurora, CancellationToken cancellationToken) => aurora.ListAsync(cancellationToken));
app.MapPost("/minimal", (AuroraFlow video) => video);

app.MapGet("/hybrid", async (AuroraClient aurora, HybridCache cache, CancellationToken cancellationToken) =>
{
    await cache.GetOrCreateAsync("videos", async token => (await aurora.ListAsync(token)).ToList(), cancellationToken: cancellationToken);
    return await cache.GetOrCreateAsync("videos", token => new ValueTask<List<AuroraFlow>>([]), cancellationToken: cancellationToken);
});

app.MapGet("/distributed", async (AuroraClient aurora, IDistributedCache cache, CancellationToken cancellationToken) =>
{
    await cache.SetAsync("list", JsonSerializer.SerializeToUtf8Bytes(await aurora.ListAsync(cancellationToken), VideosContext.Default.IReadOnlyListAuroraFlow), cancellationToken);
    return JsonSerializer.Deserialize((await cache.GetAsync("list", cancellationToken))!, VideosContext.Default.IReadOnlyListAuroraFlow);
});

app.MapGet("/from-json", (IHttpClientFactory http, HttpRequest request, CancellationToken cancellationToken) =>
    http.CreateClient().GetFromJsonAsync<List<AuroraFlow>>($"http://{request.Host}/minimal", cancellationToken));

app.Run();

[ApiController]
[Route("controller")]
public sealed class VideosController(AuroraClient aurora) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<AuroraFlow>>> ListAsync(CancellationToken cancellationToken) => Ok(await aurora.ListAsync(cancellationToken));

    [HttpPost]
    public ActionResult<AuroraFlow> Post([FromBody] AuroraFlow video) => video;
}

[JsonSerializable(typeof(IReadOnlyList<AuroraFlow>))]
internal sealed partial class VideosContext : JsonSerializerContext;
