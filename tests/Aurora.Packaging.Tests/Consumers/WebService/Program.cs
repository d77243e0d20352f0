using Aurora.Client;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuroraClient(builder.Configuration.GetSection("Aurora"));
var app = builder.Build();

app.MapGet("/videos", async (AuroraClient aurora, CancellationToken cancellationToken) =>
    (await aurora.ListAsync(cancellationToken)).Select(video => video.Id));

app.Run();
