namespace Aurora.Client.Tests.Http;

[TestFixture]
[NonParallelizable]
public sealed class AuroraTelemetryCostTests
{
    [Test]
    public void Telemetry_that_nobody_listens_to_allocates_nothing()
    {
        var request = new AuroraRequest("aurora_list", "GET", "api/aurora/");
        var address = new Uri("https://api.creatify.ai/");
        Measure(request, address);

        Assert.That(Measure(request, address), Is.Zero);
    }

    private static long Measure(AuroraRequest request, Uri address)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 100; call++)
        {
            using var activity = AuroraTelemetry.Start(request, address);
            AuroraTelemetry.CountRequest(request, 2);
            AuroraTelemetry.CountVideos(24);
            AuroraTelemetry.Succeed(activity, 200, 1);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
