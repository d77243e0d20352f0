namespace Aurora.Client.Tests.Transport.Options;

/// <summary>The documented defaults and limits of the options.</summary>
[TestFixture]
public sealed class AuroraClientOptionsTests
{
    private static readonly TestCaseData[] Limits =
    [
        .. Limit(nameof(AuroraClientOptions.Timeout), (options, value) => options.Timeout = value, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(24), TimeSpan.FromTicks(1)),
        .. Limit(nameof(AuroraClientOptions.AttemptTimeout), (options, value) => options.AttemptTimeout = value, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(24), TimeSpan.FromTicks(1)),
        .. Limit(nameof(AuroraClientOptions.BodyIdleTimeout), (options, value) => options.BodyIdleTimeout = value, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(24), TimeSpan.FromTicks(1)),
        .. Limit(nameof(AuroraClientOptions.RetryDelay), (options, value) => options.RetryDelay = value, TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromTicks(1)),
        .. Limit(nameof(AuroraClientOptions.MaxRetries), (options, value) => options.MaxRetries = value, 0, 10),
        .. Limit(nameof(AuroraClientOptions.MaxConcurrency), (options, value) => options.MaxConcurrency = value, 1, 64),
        .. Limit(nameof(AuroraClientOptions.MaxVideoBytes), (options, value) => options.MaxVideoBytes = value, 1024, 256 * 1024 * 1024),
        .. Limit(nameof(AuroraClientOptions.MaxResponseBytes), (options, value) => options.MaxResponseBytes = value, 1024, int.MaxValue)[..3],
        .. Limit(nameof(AuroraClientOptions.SchemaDriftHandling), (options, value) => options.SchemaDriftHandling = (SchemaDriftHandling)value, (int)SchemaDriftHandling.Report, (int)SchemaDriftHandling.ReportAll),
    ];

    [Test]
    public void Defaults_match_the_documentation()
    {
        var options = new AuroraClientOptions();

        Assert.Multiple(() =>
        {
            Assert.That(options.ApiId, Is.Empty);
            Assert.That(options.ApiKey, Is.Empty);
            Assert.That(options.BaseAddress, Is.EqualTo(new Uri("https://api.creatify.ai")));
            Assert.That(options.Timeout, Is.EqualTo(TimeSpan.FromSeconds(100)));
            Assert.That(options.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(options.BodyIdleTimeout, Is.EqualTo(TimeSpan.FromSeconds(15)));
            Assert.That(options.MaxRetries, Is.EqualTo(3));
            Assert.That(options.RetryDelay, Is.EqualTo(TimeSpan.FromSeconds(0.5)));
            Assert.That(options.MaxConcurrency, Is.EqualTo(4));
            Assert.That(options.MaxResponseBytes, Is.EqualTo(268_435_456));
            Assert.That(options.MaxVideoBytes, Is.EqualTo(1_048_576));
            Assert.That(options.SchemaDriftHandling, Is.EqualTo(SchemaDriftHandling.Report));
            Assert.That(options.OnSchemaDrift, Is.Null);
        });
    }

    [TestCaseSource(nameof(Limits))]
    public void Value_is_accepted_between_its_limits_only(string option, Action<AuroraClientOptions> set, bool isAccepted)
    {
        var options = new AuroraClientOptions { ApiId = "id", ApiKey = "key" };

        set(options);

        Assert.That(AuroraClientOptionsValidator.Validate(options), isAccepted ? Is.Empty : Has.One.StartsWith(option + " is ").And.One.Contains("must be between"));
    }

    [Test]
    public void Null_options_throw_with_the_parameter_name() =>
        Assert.That(() => AuroraClient.Create(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("options"));

    [Test]
    public void Null_HttpClient_throws_with_the_parameter_name() =>
        Assert.That(() => new AuroraClient(null!, new() { ApiId = "an-id", ApiKey = "a-key" }), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("http"));

    [TestCase("", "a-key", "ApiId is missing")]
    [TestCase("an-id", "", "ApiKey is missing")]
    public void Missing_key_throws_with_its_name(string apiId, string apiKey, string named) =>
        Assert.That(() => AuroraClient.Create(apiId, apiKey), Throws.ArgumentException.With.Message.StartsWith(named));

    private static TestCaseData[] Limit(string option, Action<AuroraClientOptions, int> set, int least, int most) =>
        Limit(option, (value, text) => Case(option, options => set(options, value), text), [least, most, least - 1, unchecked(most + 1)]);

    private static TestCaseData[] Limit(string option, Action<AuroraClientOptions, TimeSpan> set, TimeSpan least, TimeSpan most, TimeSpan step) =>
        Limit(option, (value, text) => Case(option, options => set(options, value), text), [least, most, least - step, most + step]);

    private static TestCaseData[] Limit<T>(string option, Func<T, bool, TestCaseData> make, T[] values) =>
        [.. values.Select((value, index) => make(value, index < 2).SetArgDisplayNames(option, $"{value}"))];

    private static TestCaseData Case(string option, Action<AuroraClientOptions> set, bool isAccepted) => new(option, set, isAccepted);
}
