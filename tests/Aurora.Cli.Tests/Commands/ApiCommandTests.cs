using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class ApiCommandTests
{
    [Test]
    public async Task Api_lists_the_videos_of_the_fake_as_they_came()
    {
        using var server = AuroraServer.Start();
        var id = Account.IdsOf(server)[0];
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "api", "get", "/api/aurora/", "-f", $"ids={id}"), Is.Zero);

        Assert.That((string?)JArray.Parse(session.Output).Single()["id"], Is.EqualTo(id));
        Assert.That(session.Output, Does.Not.Contain("\n"));
        Assert.That(session.Error, Is.Empty);
        server.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Api_terminal_indents_the_body_and_escapes_control_characters()
    {
        using var server = new PlainServer(200, """{"name":"a\u001b[31m","costs":1.50}""");
        var session = Session(isTerminal: true);

        await Assert.ThatAsync(() => session.RunAsync("api", "GET", "/x", "--base-url", server.Address), Is.Zero);

        Assert.That(session.Output, Is.EqualTo("{\n  \"name\": \"a\\u001B[31m\",\n  \"costs\": 1.50\n}\n"));
    }

    [Test]
    public async Task Api_terminal_shows_text_that_is_not_json()
    {
        using var server = new PlainServer(200, "one\r\ntwo\u001b[2J\n");
        var session = Session(isTerminal: true);

        await session.RunAsync("api", "GET", "/x", "--base-url", server.Address);

        Assert.That(session.Output, Is.EqualTo("one\ntwo\ufffd[2J\n"));
    }

    [Test]
    public async Task Api_fields_make_the_body()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "prompt.txt");
        await File.WriteAllTextAsync(file, "A \"quiet\" street\n");
        using var server = new PlainServer(201, """{"id":"1"}""");
        var session = Session(input: "from input");

        string[] fields = ["-f", "image=https://i.example/a=b", "-f", "text=true", "-F", "n=-1.50", "-F", "yes=true", "-F", "none=null", "-F", "word=0x1", "-F", $"file=@{file}", "-F", "in=@-"];
        await Assert.ThatAsync(() => session.RunAsync(["api", "POST", "/api/aurora/", "--base-url", server.Address, .. fields]), Is.Zero);

        Assert.That(server.Requests.Single().Body, Is.EqualTo(
            """{"image":"https://i.example/a=b","text":"true","n":-1.50,"yes":true,"none":null,"word":"0x1","file":"A \"quiet\" street\n","in":"from input"}"""));
        Assert.That(server.Requests.Single(), Has.Property("Method").EqualTo("POST").And.Property("Target").EqualTo("/api/aurora/"));
        Assert.That(server.Requests.Single().Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(session.Output, Is.EqualTo("""{"id":"1"}"""));
    }

    [TestCase("GET")]
    [TestCase("HEAD")]
    public async Task Api_fields_of_a_read_make_the_query(string method)
    {
        using var server = new PlainServer(200, "");
        var session = Session();

        await Assert.ThatAsync(() => session.RunAsync("api", method, "/x?a=1", "-f", "b c=d&e", "-F", "n=2", "--base-url", server.Address), Is.Zero);

        Assert.That(server.Requests.Single(), Has.Property("Target").EqualTo("/x?a=1&b%20c=d%26e&n=2").And.Property("Body").Empty);
    }

    [TestCase("-")]
    [TestCase("file")]
    public async Task Api_input_is_sent_as_it_is_and_the_fields_in_the_query(string input)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "body.json");
        const string Body = "{ \"names\": [\"ü\"] }\n";
        await File.WriteAllTextAsync(file, Body);
        using var server = new PlainServer(204, "");
        var session = Session(input: Body);

        await Assert.ThatAsync(() => session.RunAsync("api", "put", "/x", "--input", input == "-" ? "-" : file, "-f", "q=1", "--base-url", server.Address), Is.Zero);

        Assert.That(server.Requests.Single(), Has.Property("Body").EqualTo(Body).And.Property("Target").EqualTo("/x?q=1").And.Property("Method").EqualTo("PUT"));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task Api_sends_headers_and_the_keys()
    {
        using var server = new PlainServer(200, "");

        await Session().RunAsync("api", "GET", "/x", "-H", "X-Trace: a:b", "--header", "accept:text/csv", "--base-url", server.Address);

        var header = server.Requests.Single().Header;
        Assert.That(new[] { "X-Trace", "Accept", "X-API-ID", "X-API-KEY" }.Select(header), Is.EqualTo(new[] { "a:b", "text/csv", "the-api-id", "the-api-key" }));
    }

    [Test]
    public async Task Api_include_writes_the_status_and_the_headers_first()
    {
        using var server = new PlainServer(201, "{}");
        var session = Session();

        await session.RunAsync("api", "POST", "/x", "--include", "--base-url", server.Address);

        Assert.That(session.Output, Does.Match("(?s)^HTTP 201 Created\n.*Content-Length: 2\n.*X-Answer: plain\n\n{}$"));
    }

    [TestCase(401, ExitCode.Authentication)]
    [TestCase(404, ExitCode.Network)]
    public async Task Api_error_writes_the_body_and_returns_the_usual_exit_code(int status, int exitCode)
    {
        using var server = new PlainServer(status, """{"detail":"No the-api-key."}""");
        var session = Session();

        await Assert.ThatAsync(() => session.RunAsync("api", "POST", "/x", "-i", "--base-url", server.Address), Is.EqualTo(exitCode));

        Assert.That(session.Output, Does.StartWith($"HTTP {status} ").And.Contain("X-Answer: plain\n").And.EndWith("""{"detail":"No [redacted]."}"""));
        Assert.That(session.Error, Does.StartWith($"aurora: POST /x returned {status} ").And.Contain("No [redacted]."));
    }

    [Test]
    public async Task Api_without_a_server_returns_the_network_exit_code()
    {
        var server = new PlainServer(200, "");
        server.Dispose();
        var session = Session();

        await Assert.ThatAsync(() => session.RunAsync("api", "POST", "/x", "--timeout", "1", "--base-url", server.Address), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Output, Is.Empty);
    }

    [TestCase(500, "POST", 1)]
    [TestCase(500, "GET", 4)]
    public async Task Api_repeats_safe_methods_only(int status, string method, int requests)
    {
        using var server = new PlainServer(status, "");

        await Session().RunAsync("api", method, "/x", "--base-url", server.Address);

        Assert.That(server.Requests, Has.Count.EqualTo(requests));
    }

    [TestCase("api/{id}/", "/api/%7Bid%7D/")]
    [TestCase("{base}other/", "/other/")]
    public async Task Api_path_is_sent_as_it_is(string path, string target)
    {
        using var server = new PlainServer(200, "");

        await Assert.ThatAsync(() => Session().RunAsync("api", "GET", path.Replace("{base}", server.Address, StringComparison.Ordinal), "--base-url", server.Address), Is.Zero);

        Assert.That(server.Requests.Single().Target, Is.EqualTo(target));
    }

    [TestCase("https://evil.example|--base-url", "GET", "https://evil.example/")]
    [TestCase("X-API-KEY", "POST", "/x", "-H", "X-API-KEY: 1")]
    [TestCase("--header|Accept: text/csv", "GET", "/x", "-H", "no colon")]
    [TestCase("'a b'|HTTP method", "a b", "/x")]
    [TestCase("'novalue'|-f", "POST", "/x", "-f", "novalue")]
    [TestCase("'=1'|-F", "POST", "/x", "-F", "=1")]
    [TestCase("'a'|2 times|--input", "POST", "/x", "-f", "a=1", "-F", "a=2")]
    [TestCase("-F|no/such/file", "POST", "/x", "-F", "a=@no/such/file")]
    [TestCase("--input|no/such/file", "POST", "/x", "--input", "no/such/file")]
    [TestCase("not valid JSON", "POST", "/x", "--input", "-")]
    [TestCase("cannot have a body", "GET", "/x", "--input", "-")]
    public async Task Api_invalid_argument_returns_usage_and_sends_nothing(string facts, params string[] args)
    {
        using var server = new PlainServer(200, "");
        var session = Session(input: "{");

        await Assert.ThatAsync(() => session.RunAsync(["api", .. args, "--base-url", server.Address]), Is.EqualTo(ExitCode.Usage));

        Assert.That(facts.Split('|').Where(fact => !session.Error.Contains(fact, StringComparison.Ordinal)), Is.Empty, session.Error);
        Assert.That(server.Requests, Is.Empty);
        Assert.That(session.Output, Is.Empty);
    }

    private static Session Session(string input = "", bool isTerminal = false) =>
        new Session { Input = input, IsTerminal = isTerminal }.With("AURORA_API_ID", "the-api-id").With("AURORA_API_KEY", "the-api-key");
}
