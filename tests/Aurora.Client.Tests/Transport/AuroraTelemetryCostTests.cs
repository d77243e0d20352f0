namespace Aurora.Client.Tests.Transport;

[TestFixture]
[NonParallelizable]
public sealed class AuroraTelemetryCostTests
{
    [Test]
    public void Telemetry_without_listeners_allocates_nothing()
    {
        var request = new AuroraRequest("aurora_list", "GET", "api/aurora/");
        Measure(request);

        Assert.That(Measure(request), Is.Zero);
    }

    private static long Measure(AuroraRequest request)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 100; call++)
        {
            using var activity = AuroraTelemetry.Start(request.Operation);
            AuroraTelemetry.CountRequest(request, 2);
            AuroraTelemetry.CountVideos(24);
            AuroraTelemetry.Succeed(activity, 1);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
