using System.Net;
using System.Net.Sockets;
using Aurora.Spec.Releases;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Tests releases to a v3 feed: logins, keys, symbols and interruptions. What was pushed stays, and a second run pushes the rest.</summary>
[TestFixture]
public sealed class FeedTests : ReleaseTests
{
    private const string LoginVariable = "NuGetPackageSourceCredentials_aurora-release-tests";

    private static readonly string[] PackagesOnly = [.. InOrder.Where(file => file.EndsWith(".nupkg", StringComparison.Ordinal))];

    [TearDown]
    public void RemoveTheLogin() => Environment.SetEnvironmentVariable(LoginVariable, null);

    [Test]
    public async Task Release_pushes_each_package_after_its_dependencies_with_its_symbols()
    {
        await SucceedAsync();

        Assert.That(Server.Files, Is.EqualTo(InOrder));
        Assert.That(Server.Packages.Select(package => package.Value), Is.EqualTo(InOrder.Select(file => File.ReadAllBytes(Path.Combine(Packages, file)))));
    }

    [TestCase("config")]
    [TestCase("variable")]
    public async Task Feed_with_a_login_reads_it_as_nuget_does(string place)
    {
        Server.Login = "user:pa55word";
        WriteConfiguration(place == "config" ? "pa55word" : null);
        if (place == "variable")
            Environment.SetEnvironmentVariable(LoginVariable, "Username=user;Password=pa55word");

        await SucceedAsync("--source", "aurora-release-tests");

        Assert.That(Server.Files, Is.EqualTo(InOrder));
        Assert.That(Log(), Does.Not.Contain("pa55word"));
    }

    [Test]
    public async Task Login_is_found_by_the_address_of_the_feed()
    {
        Server.Login = "user:pa55word";
        WriteConfiguration("pa55word");

        await SucceedAsync();

        Assert.That(Server.Files, Is.EqualTo(InOrder));
    }

    [Test]
    [Platform("Linux")]
    public async Task Login_of_a_credential_provider_is_used()
    {
        Server.Login = "user:pa55word";
        CredentialProvider.Know(Server.Index);

        await SucceedAsync();

        Assert.That(Server.Files, Is.EqualTo(InOrder));
        Assert.That(Log(), Does.Not.Contain("pa55word"));
    }

    [Test]
    public async Task Feed_with_a_login_that_is_missing_is_refused_before_the_tests()
    {
        Server.Login = "user:pa55word";

        AssertRefused(await ReleaseAsync(), "cannot be read", "401", "Fix: give the source a login: packageSourceCredentials in NuGet.Config");
    }

    [TestCase("another")]
    [TestCase("")]
    public async Task Wrong_key_is_refused_before_the_tests_with_the_answer_of_the_feed(string key)
    {
        Set(Feed.KeyVariable, key);

        AssertRefused(await ReleaseAsync(), "refuses packages: 403 Forbidden This key may not push.", "Fix: set AURORA_FEED_KEY", "Nothing was pushed.");
    }

    [Test]
    public async Task Feed_without_symbols_in_its_index_gets_the_packages()
    {
        // NuGet must not remember the first index.
        await SucceedAsync("--dry-run");
        Server.HasSymbols = false;

        Assert.That((await SucceedAsync()).Error, Does.Contain("is on the feed, without symbols."));
        Assert.That(Server.Files, Is.EqualTo(PackagesOnly));
    }

    [Test]
    public async Task Feed_that_refuses_symbols_is_refused_before_the_tests_and_gets_the_packages_with_the_option([Values(403, 404, 405)] int status)
    {
        Server.SymbolStatus = status;

        AssertRefused(await ReleaseAsync(), $"refuses symbols: {status} ", "No symbols here.", "--no-symbols");

        await SucceedAsync("--no-symbols");
        Assert.That(Server.Files, Is.EqualTo(PackagesOnly));
    }

    [Test]
    public async Task Feed_that_refuses_symbols_during_the_push_is_completed_with_the_option_without_testing_again()
    {
        Server.Intercept = (context, file) => file.EndsWith(".snupkg", StringComparison.Ordinal) && FeedServer.Answer(context, 422, body: "Symbols are disabled.");

        AssertFailed(await ReleaseAsync(), ExitCode.Found, "Symbols are disabled.", "run the release again with --no-symbols", $"On the feed: Aurora.Client {Version}.");

        Processes.Children.Clear();
        await SucceedAsync("--no-symbols");
        Assert.That((Server.Files, Processes.Commands), Is.EqualTo((PackagesOnly, Array.Empty<string>())));
    }

    [Test]
    public async Task Connection_that_breaks_is_completed_by_a_second_run_without_testing_again()
    {
        Server.Intercept = (context, file) => file == InOrder[2] && Abort(context);

        AssertFailed(await ReleaseAsync(), ExitCode.Found, "The release failed:", $"On the feed: Aurora.Client {Version}. Aurora.Testing {Version} may be on the feed.");
        Assert.That(Server.Files, Is.EqualTo(InOrder[..2]));

        Server.Intercept = (_, _) => false;
        Processes.Children.Clear();
        await SucceedAsync();
        Assert.That((Server.Files, Processes.Commands), Is.EqualTo((InOrder, Array.Empty<string>())));
    }

    [Test]
    public async Task Answer_that_is_lost_is_not_a_failure()
    {
        Server.Intercept = (context, file) =>
        {
            if (file != InOrder[0])
                return false;
            Server.Add(Path.Combine(Packages, file));
            return Abort(context);
        };

        await SucceedAsync();

        Assert.That(Server.Files, Is.EqualTo(InOrder));
    }

    [Test]
    public async Task Symbols_that_are_missing_are_pushed_although_the_packages_are_there()
    {
        await SucceedAsync("--dry-run");
        foreach (var file in InOrder.Where(file => file != InOrder[1]))
            Server.Add(Path.Combine(Packages, file));

        await SucceedAsync();

        Assert.That((Server.Files, RecordedVersion), Is.EqualTo((InOrder.Except([InOrder[1]]).Append(InOrder[1]), Version)));
    }

    [Test]
    public async Task Version_with_other_content_is_refused_before_the_tests()
    {
        AddOther();

        AssertFailed(await ReleaseAsync(), ExitCode.BadInput, $"{Server.Index} has another Aurora.Testing {Version}", "write a higher version", "Nothing was pushed.");
        Assert.That(Processes.Commands, Does.Not.Contain(".ci/run"));
    }

    [Test]
    public async Task Package_that_another_release_pushes_first_fails()
    {
        Server.Intercept = (_, file) =>
        {
            if (file == InOrder[2])
                AddOther();
            return false;
        };

        AssertFailed(await ReleaseAsync(), ExitCode.Found, $"has another Aurora.Testing {Version}", $"On the feed: Aurora.Client {Version}.");
    }

    [Test]
    public async Task Feed_that_breaks_during_the_push_fails_with_the_packages_on_the_feed()
    {
        Server.Intercept = (context, file) =>
        {
            Server.Breaks = file == InOrder[2];
            return Server.Breaks && Abort(context);
        };

        AssertFailed(await ReleaseAsync(), ExitCode.Found, "cannot be read", $"On the feed: Aurora.Client {Version}. Aurora.Testing {Version} may be on the feed.");
    }

    [Test]
    public async Task Package_that_the_feed_does_not_show_yet_fails()
    {
        await SucceedAsync("--dry-run");
        Server.Add(Path.Combine(Packages, InOrder[0]));
        Server.ShowsPackages = false;

        AssertFailed(await ReleaseAsync(), ExitCode.Found, "409 Conflict", "wait until the feed shows the version", "Nothing was pushed.");
    }

    [TestCase(500)]
    [TestCase(400)]
    public async Task Refusal_shows_the_body_without_the_key(int status)
    {
        Server.Intercept = (context, _) => FeedServer.Answer(context, status, "Refused", $"{{\"error\":\"Not with {Key} or {Uri.EscapeDataString(Key)}: the disk is full\"}}");

        AssertFailed(await ReleaseAsync(), ExitCode.Found, $"refused {InOrder[0]}: {status} Refused {{\"error\":\"Not with *** or ***: the disk is full\"}}", "Nothing was pushed.");
    }

    [Test]
    public async Task Redirect_does_not_receive_the_key([Values(".nupkg", ".snupkg")] string extension)
    {
        await using var other = await FeedServer.StartAsync(Key);
        Server.Intercept = (context, file) =>
        {
            if (!file.EndsWith(extension, StringComparison.Ordinal))
                return false;
            context.Response.Headers.Location = other.Index.Replace("v3/index.json", extension == ".nupkg" ? "push" : "symbols", StringComparison.Ordinal);
            return FeedServer.Answer(context, (int)HttpStatusCode.TemporaryRedirect);
        };

        AssertFailed(await ReleaseAsync(), ExitCode.Found, "307 ", extension == ".nupkg" ? "The key is not sent to the address of a redirect." : "--no-symbols");
        Assert.That(other.Files, Is.Empty);
    }

    [Test]
    public async Task Index_with_an_address_without_https_is_refused()
    {
        Server.PushAddress = "http://feed.example/push";

        AssertRefused(await ReleaseAsync(), "accepts packages at http://feed.example/push, which does not use https");
    }

    [Test]
    public async Task Feed_that_does_not_answer_is_refused_before_the_tests()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/v3/index.json";
        listener.Stop();

        AssertRefused(await ReleaseAsync("--source", address), $"{address} cannot be read");
    }

    [Test]
    public async Task Interrupted_push_reports_the_packages_on_the_feed()
    {
        using var interrupted = new CancellationTokenSource();
        Server.Intercept = (_, file) =>
        {
            if (file == InOrder[2])
                interrupted.Cancel();
            return false;
        };

        AssertFailed(await ReleaseAsync(interrupted.Token), ExitCode.Interrupted, $"Interrupted. On the feed: Aurora.Client {Version}. Aurora.Testing {Version} may be on the feed.");
    }

    private static bool Abort(Microsoft.AspNetCore.Http.HttpContext context)
    {
        context.Abort();
        return true;
    }

    private void WriteConfiguration(string? password)
    {
        var login = password is null ? "" : $"""<packageSourceCredentials><aurora-release-tests><add key="Username" value="user" /><add key="ClearTextPassword" value="{password}" /></aurora-release-tests></packageSourceCredentials>""";
        Copy["nuget.config"] = $"""<configuration><packageSources><add key="aurora-release-tests" value="{Server.Index}" allowInsecureConnections="true" /></packageSources>{login}</configuration>""";
    }

    private void AddOther()
    {
        var file = Copy.Repository.PathOf($"artifacts/{InOrder[2]}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        TestPackages.Write(file, "Aurora.Testing", Version, "another content");
        Server.Add(file);
    }
}
