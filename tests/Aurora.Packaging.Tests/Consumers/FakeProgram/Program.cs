using System.Net;
using Aurora.Client;
using Aurora.Testing;

using var server = AuroraServer.Start();
using var aurora = AuroraClient.Create(new AuroraClientOptions
{
    ApiId = server.ApiId,
    ApiKey = server.ApiKey,
    BaseAddress = server.BaseAddress,
    RetryDelay = TimeSpan.Zero,
});
server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.ServiceUnavailable), AuroraFault.Compressed("br"));
var added = server.Videos.Add(AuroraStatus.Done);

var videos = await aurora.ListAsync();

server.AssertRequested(request => request.Path == "/api/aurora/", times: 2);
server.AssertNoUnexpectedRequests();
server.AssertAllFaultsUsed();
Console.WriteLine($"{videos.Count(video => server.Videos.Find(video.Id) is not null)} of {server.Videos.Count}, {videos.Count(video => video.Id == added)} added");
Console.WriteLine(Environment.Version.Major);
