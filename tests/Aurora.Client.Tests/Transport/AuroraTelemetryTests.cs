using System.Diagnostics;
using Aurora.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Aurora.Client.Tests.Transport;

[TestFixture]
[NonParallelizable]
public sealed class AuroraTelemetryTests
{
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];
    private AuroraServer _server = null!;
    private AuroraClient _aurora = null!;
    private TracerProvider _tracing = null!;
    private MeterProvider _metering = null!;

    [SetUp]
    public void Start()
    {
        _spans.Clear();
        _metrics.Clear();
        _server = AuroraServer.Start();
        _aurora = Client(_server.ApiKey);
        _tracing = Sdk.CreateTracerProviderBuilder().AddSource("Aurora.Client").AddInMemoryExporter(_spans).Build();
        _metering = Sdk.CreateMeterProviderBuilder().AddMeter("Aurora.Client").AddInMemoryExporter(_metrics).Build();
    }

    [TearDown]
    public void Stop()
    {
        _tracing.Dispose();
        _metering.Dispose();
        _aurora.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task Call_creates_an_internal_span_around_one_client_span_per_request()
    {
        _server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.ServiceUnavailable, TimeSpan.Zero));
        using var _ = Sdk.CreateTracerProviderBuilder().AddSource("System.Net.Http").AddInMemoryExporter(_spans).Build();

        await _aurora.ListAsync([Guid.NewGuid()]);

        var call = _spans.Single(span => span.DisplayName == "aurora_list");
        var requests = _spans.Where(span => span.Kind == ActivityKind.Client).ToList();
        Assert.That(call.Kind, Is.EqualTo(ActivityKind.Internal));
        Assert.That(call.TagObjects, Is.EquivalentTo(new Dictionary<string, object?> { ["aurora.attempts"] = 2 }));
        Assert.That(requests, Has.Count.EqualTo(2).And.All.Property("ParentSpanId").EqualTo(call.SpanId));
    }

    [Test]
    public async Task Failed_call_creates_a_span_with_the_error()
    {
        using var stranger = Client("wrong");

        await Assert.ThatAsync(() => stranger.ListAsync(), Throws.TypeOf<AuroraApiException>());

        Assert.That(_spans.Single().Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(_spans.Single().TagObjects, Is.EquivalentTo(new Dictionary<string, object?> { ["aurora.attempts"] = 1, ["error.type"] = "401" }));
    }

    [Test]
    public async Task Call_without_a_response_creates_a_span_with_the_kind_of_error()
    {
        _server.InjectFaultWhen(_ => true, AuroraFault.Reset(), int.MaxValue);

        await Thrown.By(() => _aurora.ListAsync());

        Assert.That(_spans.Single().TagObjects, Is.EquivalentTo(new Dictionary<string, object?> { ["aurora.attempts"] = 4, ["error.type"] = "Network" }));
    }

    [Test]
    public async Task Counters_have_their_units_descriptions_and_tags()
    {
        _server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.ServiceUnavailable, TimeSpan.Zero), AuroraFault.Body("""[{ "unheard_of": 1 }]"""));

        await _aurora.ListAsync();

        _metering.ForceFlush();
        Assert.That(_metrics.Select(metric => (metric.Name, metric.Unit, metric.Description)), Is.EquivalentTo(new[]
        {
            ("aurora.client.videos", "{video}", "Videos read."),
            ("aurora.client.requests", "{request}", "Requests sent, including retries."),
            ("aurora.client.retries", "{request}", "Requests sent again."),
            ("aurora.client.schema_drift", "{deviation}", "Deviations of responses from the document."),
        }));
        Assert.That(Tags("aurora.client.requests"), Is.EqualTo(new[] { "aurora.operation=aurora_list" }));
        Assert.That(Tags("aurora.client.retries"), Is.EqualTo(new[] { "aurora.operation=aurora_list" }));
        Assert.That(Tags("aurora.client.schema_drift"), Does.Contain("aurora.drift.kind=UnknownProperty aurora.drift.path=$[].*"));
        Assert.That(Sum("aurora.client.requests"), Is.EqualTo(2));
        Assert.That(Sum("aurora.client.retries"), Is.EqualTo(1));
    }

    [Test]
    public async Task First_attempt_is_not_counted_as_a_retry()
    {
        await _aurora.ListAsync();

        _metering.ForceFlush();
        Assert.That(_metrics.Where(metric => metric.Name == "aurora.client.retries"), Is.Empty);
    }

    [Test]
    public async Task Stream_creates_one_span_that_ends_with_the_stream()
    {
        await foreach (var _ in _aurora.StreamAsync())
            Assert.That(_spans, Is.Empty);

        Assert.That(_spans, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Requests_and_videos_are_counted()
    {
        await _aurora.ListAsync();
        await foreach (var _ in _aurora.StreamAsync())
        {
        }

        _metering.ForceFlush();
        Assert.That(Sum("aurora.client.requests"), Is.EqualTo(2));
        Assert.That(Sum("aurora.client.videos"), Is.EqualTo(48));
    }

    [Test]
    public async Task Drift_is_counted_every_time()
    {
        _server.Videos.Clear();
        foreach (var id in new[] { Guid.NewGuid(), Guid.NewGuid() })
            _server.Videos.Add(new() { ["id"] = id.ToString(), ["unheard_of"] = 1 });

        await _aurora.ListAsync();

        _metering.ForceFlush();
        Assert.That(Sum("aurora.client.schema_drift", "$[].*"), Is.EqualTo(2));
    }

    [Test]
    public async Task Names_of_unknown_properties_are_not_tags()
    {
        var names = Enumerable.Range(0, 3000).Select(number => $"\"name.{number}[{number}]\": {{ \"deep\": [{number}] }}");
        _server.EnqueueFaults(AuroraFault.Body($"[{{ {string.Join(", ", names)} }}]"));

        await _aurora.ListAsync();

        _metering.ForceFlush();
        Assert.That(Tags("aurora.client.schema_drift").Where(tag => tag.Contains("UnknownProperty")), Is.EqualTo(new[] { "aurora.drift.kind=UnknownProperty aurora.drift.path=$[].*" }));
        Assert.That(Sum("aurora.client.schema_drift", "$[].*"), Is.EqualTo(3000));
    }

    [Test]
    public void Paths_beyond_the_limit_are_counted_together()
    {
        for (var depth = 1; depth <= 3000; depth++)
            AuroraTelemetry.CountDrift(new SchemaDrift(SchemaDriftKind.WrongType, "$" + string.Concat(Enumerable.Repeat("[]", depth)), "a number"));

        _metering.ForceFlush();
        Assert.That(Tags("aurora.client.schema_drift"), Has.Count.LessThanOrEqualTo(201));
        Assert.That(Sum("aurora.client.schema_drift", "_OTHER"), Is.GreaterThanOrEqualTo(2800));
    }

    [Test]
    public async Task Retry_is_counted_and_recorded_in_the_span()
    {
        _server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.ServiceUnavailable, TimeSpan.Zero));

        await _aurora.ListAsync();

        _metering.ForceFlush();
        Assert.That(Sum("aurora.client.retries"), Is.EqualTo(1));
        Assert.That(_spans.Single().GetTagItem("aurora.attempts"), Is.EqualTo(2));
    }

    [Test]
    public async Task Call_with_many_ids_creates_a_span_around_the_spans_of_its_requests()
    {
        await _aurora.GetManyAsync(Enumerable.Range(0, 250).Select(_ => Guid.NewGuid()));

        var whole = _spans.Single(span => span.DisplayName == "aurora_list many");
        Assert.That(whole.GetTagItem("aurora.batches"), Is.EqualTo(3));
        Assert.That(_spans.Count(span => span.ParentSpanId == whole.SpanId), Is.EqualTo(3));
    }

    private long Sum(string name, string? tag = null)
    {
        var sum = 0L;
        foreach (var point in _metrics.Single(metric => metric.Name == name).GetMetricPoints())
        {
            var matches = tag is null;
            foreach (var pair in point.Tags)
                matches |= tag is not null && Equals(pair.Value, tag);
            sum += matches ? point.GetSumLong() : 0;
        }

        return sum;
    }

    private List<string> Tags(string name)
    {
        var tags = new List<string>();
        foreach (var point in _metrics.Single(metric => metric.Name == name).GetMetricPoints())
        {
            var pairs = new List<string>();
            foreach (var pair in point.Tags)
                pairs.Add($"{pair.Key}={pair.Value}");
            tags.Add(string.Join(" ", pairs));
        }

        return tags;
    }

    private AuroraClient Client(string key) => AuroraClient.Create(new AuroraClientOptions { ApiId = _server.ApiId, ApiKey = key, BaseAddress = _server.BaseAddress });
}
