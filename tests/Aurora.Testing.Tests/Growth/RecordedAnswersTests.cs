
namespace Aurora.Testing.Tests.Growth;

/// <summary>Compares the responses of the fake with those of a Django server.</summary>
[TestFixture]
public sealed class RecordedAnswersTests
{
    [Test]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Recorded_exchanges_in_order_get_the_same_responses()
    {
        using var server = GrowthDocument.Start("patch-and-delete.yaml", options => options.VideoCount = 0);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var ids = new Dictionary<string, string>();
        var differences = new List<string>();
        var exchanges = Exchange.ReadAll();

        foreach (var exchange in exchanges)
            differences.AddRange(await exchange.PlayAsync(http, server, ids));

        Assert.That(differences, Is.Empty);
        Assert.That(exchanges, Has.Count.EqualTo(39));
    }
}
