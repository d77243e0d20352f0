using System.Net;
using Aurora.Client;
using Aurora.Testing;

namespace XunitTests;

public sealed class AccountTests : IDisposable
{
    private readonly AuroraServer _server = AuroraServer.Start();
    private readonly AuroraClient _aurora;

    public AccountTests() => _aurora = AuroraClient.Create(new AuroraClientOptions
    {
        ApiId = _server.ApiId,
        ApiKey = _server.ApiKey,
        BaseAddress = _server.BaseAddress,
        RetryDelay = TimeSpan.Zero,
    });

    public void Dispose()
    {
        _aurora.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task The_account_is_listed()
    {
        var videos = await _aurora.ListAsync();

        Assert.Equal(_server.Videos.Count, videos.Count);
        _server.AssertNoUnexpectedRequests();
    }

    [Fact]
    public async Task A_server_that_is_down_once_is_asked_again()
    {
        _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.ServiceUnavailable));

        var videos = await _aurora.ListAsync();

        Assert.Equal(_server.Videos.Count, videos.Count);
        Assert.Equal(int.Parse(Environment.GetEnvironmentVariable("EXPECTED_REQUESTS") ?? "2"), _server.Requests.Count);
    }

    [Fact]
    public async Task Wrong_keys_are_refused()
    {
        using var stranger = AuroraClient.Create(new AuroraClientOptions { ApiId = "other", ApiKey = "other", BaseAddress = _server.BaseAddress });

        var exception = await Assert.ThrowsAsync<AuroraApiException>(() => stranger.ListAsync());

        Assert.Equal(AuroraErrorKind.Authentication, exception.Kind);
    }
}
