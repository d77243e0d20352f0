using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aurora.Client.Tests.Transport.Redaction;

/// <summary>Checks that no exception, log or report shows the keys if the server repeats them.</summary>
[TestFixture]
public sealed class EchoedKeyTests
{
    private const string Id = "the-api-id";
    private const string Key = "secret-wrong-key";

    private static readonly string Base64 = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Id}:{Key}"));

    private static IEnumerable<TestCaseData<string>> Answers()
    {
        yield return new(LocalServer.Response(401, $$"""{"detail":"Invalid API key: {{Key}}"}""")) { TestName = "detail" };
        yield return new(LocalServer.Response(400, $$"""{"ids":["{{Key}} is wrong"],"{{Id}}":["x"]}""")) { TestName = "field errors" };
        yield return new(LocalServer.Response(401, $$"""{"detail":"\u0073ecret-wrong-key, {{Base64}}"}""")) { TestName = "escaped and Base64" };
        yield return new(LocalServer.Response(500, new string('x', 16380) + Key)) { TestName = "at the end of the excerpt" };
        yield return new(LocalServer.Response(500, $"<a href='/?key={Key}'>")) { TestName = "HTML" };
        yield return new(LocalServer.Response(404, "", $"X-Request-ID: {Key}")) { TestName = "request ID" };
        yield return new(LocalServer.Response(302, "", $"Location: https://{Key}.example/")) { TestName = "redirect" };
        yield return new(LocalServer.Response(200, Key)) { TestName = "not JSON" };
        yield return new(LocalServer.Response(200, "x", $"Content-Type: {Key}/json", $"X-Request-ID: {Id}")) { TestName = "content type" };
        yield return new(LocalServer.Response(200, $$"""[{"status":"{{Key}}","{{Id}}":1}]""")) { TestName = "drift" };
        yield return new($"HTTP/1.1 {Key}\r\n\r\n") { TestName = "status line" };
        yield return new($"HTTP/1.1 200 OK\r\n{Key}\r\n\r\n") { TestName = "header line" };
        yield return new($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Key}\r\n") { TestName = "chunk" };
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Call_shows_no_key(string answer)
    {
        using var server = new LocalServer(_ => answer);
        var log = new CollectingLoggerProvider();
        var drifts = new List<SchemaDrift>();
        foreach (var handling in new[] { SchemaDriftHandling.Report, SchemaDriftHandling.Throw })
        {
            var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
            services.AddAuroraClient(options =>
            {
                (options.ApiId, options.ApiKey, options.BaseAddress, options.RetryDelay) = (Id, Key, server.Address, TimeSpan.Zero);
                (options.SchemaDriftHandling, options.OnSchemaDrift) = (handling, drifts.Add);
            });
            await using var provider = services.BuildServiceProvider();
            var aurora = provider.GetRequiredService<AuroraClient>();

            foreach (var call in new Func<Task>[] { () => aurora.ListAsync(), async () => await aurora.StreamAsync().GetAsyncEnumerator().MoveNextAsync(), () => aurora.GetManyAsync([Guid.NewGuid()]) })
            {
                try
                {
                    await call();
                }
                catch (AuroraApiException error)
                {
                    AssertShowsNoKey([error.ToString(), error.Message, error.Detail, error.Body, error.RequestId, error.Drift?.ToString(), .. error.FieldErrors.SelectMany(field => field.Value.Append(field.Key))]);
                }
            }
        }

        AssertShowsNoKey(log.Everything);
        AssertShowsNoKey(drifts.Select(drift => $"{drift} {drift.Path} {drift.Found}"));
    }

    [Test]
    public async Task Call_shows_the_rest_of_the_response()
    {
        using var server = new LocalServer(_ => LocalServer.Response(401, $$"""{"detail":"Invalid API key: {{Key}}"}""", $"X-Request-ID: req-{Key}"));
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = Id, ApiKey = Key, BaseAddress = server.Address });

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error, Has.Property("Detail").EqualTo("Invalid API key: [redacted]").And.Property("Body").EqualTo("""{"detail":"Invalid API key: [redacted]"}""").And.Property("RequestId").EqualTo("req-[redacted]"));
    }

    private static void AssertShowsNoKey(IEnumerable<string?> texts) => Assert.That(
        texts.OfType<string>(),
        Has.None.Contains(Key).IgnoreCase.And.None.Contains(Id).IgnoreCase.And.None.Contains("ecret-wrong-key").IgnoreCase.And.None.Contains(Base64[4..^6]).And.None.Contains("secret-w"));
}
