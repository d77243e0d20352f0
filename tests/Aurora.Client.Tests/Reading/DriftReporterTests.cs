namespace Aurora.Client.Tests.Reading;

[TestFixture]
public sealed class DriftReporterTests
{
    private static readonly SchemaDrift Drift = new(SchemaDriftKind.UnknownValue, "$[].status", "brand_new");

    [Test]
    public void Report_is_a_warning_with_an_event_id_once()
    {
        using var log = new CollectingLoggerProvider();
        var reporter = new DriftReporter(() => new AuroraClientOptions(), log);

        reporter.Report(Drift);
        reporter.Report(Drift with { Found = "another" });

        Assert.That(log.Lines.Single(), Does.StartWith("Warning 1 ").And.Contain("$[].status").And.Contain("brand_new"));
    }

    [Test]
    public void ReportAll_hands_every_one_to_the_callback_and_logs_it_once()
    {
        var told = new List<SchemaDrift>();
        using var log = new CollectingLoggerProvider();
        var options = new AuroraClientOptions { SchemaDriftHandling = SchemaDriftHandling.ReportAll, OnSchemaDrift = told.Add };
        var reporter = new DriftReporter(() => options, log);

        reporter.Report(Drift);
        reporter.Report(Drift with { Found = "another" });
        for (var number = 0; number < 5000; number++)
            reporter.Report(new SchemaDrift(SchemaDriftKind.UnknownProperty, "$[]." + number, ""));

        Assert.That(told.Take(2), Is.EqualTo(new[] { Drift, Drift with { Found = "another" } }));
        Assert.That(told, Has.Count.EqualTo(5002));
        Assert.That(log.Lines, Has.Count.EqualTo(1000));
    }

    [Test]
    public void Ignore_is_silent()
    {
        using var log = new CollectingLoggerProvider();

        new DriftReporter(() => new AuroraClientOptions { SchemaDriftHandling = SchemaDriftHandling.Ignore }, log).Report(Drift);

        Assert.That(log.Lines, Is.Empty);
    }

    [Test]
    public void Response_that_makes_up_names_without_end_is_not_remembered_without_end()
    {
        var told = 0;
        using var log = new CollectingLoggerProvider();
        var reporter = new DriftReporter(() => new AuroraClientOptions { OnSchemaDrift = _ => told++ }, log);

        for (var number = 0; number < 5000; number++)
            reporter.Report(new SchemaDrift(SchemaDriftKind.UnknownProperty, "$[]." + number, ""));

        Assert.That(told, Is.EqualTo(1000));
    }
}
