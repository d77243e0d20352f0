namespace Aurora.Client.Tests.Transport;

[TestFixture]
public sealed class DriftReporterTests
{
    private static readonly SchemaDrift Drift = new(SchemaDriftKind.UnknownValue, "$[].status", "brand_new");

    [Test]
    public void Report_logs_one_warning_with_an_event_ID()
    {
        using var log = new CollectingLoggerProvider();
        var reporter = new DriftReporter(() => new AuroraClientOptions(), log);

        reporter.Report(Drift);
        reporter.Report(Drift with { Found = "another" });

        Assert.That(log.Lines.Single(), Does.StartWith("Warning 1 ").And.Contain("$[].status").And.Contain("brand_new"));
    }

    [Test]
    public void ReportAll_calls_the_callback_for_every_deviation_and_logs_it_once()
    {
        var reported = new List<SchemaDrift>();
        using var log = new CollectingLoggerProvider();
        var options = new AuroraClientOptions { SchemaDriftHandling = SchemaDriftHandling.ReportAll, OnSchemaDrift = reported.Add };
        var reporter = new DriftReporter(() => options, log);

        reporter.Report(Drift);
        reporter.Report(Drift with { Found = "another" });
        for (var number = 0; number < 5000; number++)
            reporter.Report(new SchemaDrift(SchemaDriftKind.UnknownProperty, "$[]." + number, ""));

        Assert.That(reported.Take(2), Is.EqualTo(new[] { Drift, Drift with { Found = "another" } }));
        Assert.That(reported, Has.Count.EqualTo(5002));
        Assert.That(log.Lines, Has.Count.EqualTo(1000));
    }

    [Test]
    public void Ignore_logs_nothing()
    {
        using var log = new CollectingLoggerProvider();

        new DriftReporter(() => new AuroraClientOptions { SchemaDriftHandling = SchemaDriftHandling.Ignore }, log).Report(Drift);

        Assert.That(log.Lines, Is.Empty);
    }

    [Test]
    public void Number_of_remembered_paths_is_limited()
    {
        var reported = 0;
        using var log = new CollectingLoggerProvider();
        var reporter = new DriftReporter(() => new AuroraClientOptions { OnSchemaDrift = _ => reported++ }, log);

        for (var number = 0; number < 5000; number++)
            reporter.Report(new SchemaDrift(SchemaDriftKind.UnknownProperty, "$[]." + number, ""));

        Assert.That(reported, Is.EqualTo(1000));
    }

    [Test]
    public void Report_of_the_same_deviation_redacts_the_current_keys()
    {
        var found = new List<string>();
        using var log = new CollectingLoggerProvider();
        var options = Keys("an-older-key");
        var reporter = new DriftReporter(() => options, log);

        reporter.Report(Drift with { Found = "a-newer-key" });
        options = Keys("a-newer-key");
        reporter.Report(Drift with { Found = "a-newer-key" });

        Assert.That(found, Is.EqualTo(new[] { "a-newer-key", KeyRedaction.Mark }));

        AuroraClientOptions Keys(string key) => new()
        {
            ApiId = "an-id",
            ApiKey = key,
            SchemaDriftHandling = SchemaDriftHandling.ReportAll,
            OnSchemaDrift = drift => found.Add(drift.Found),
        };
    }
}
