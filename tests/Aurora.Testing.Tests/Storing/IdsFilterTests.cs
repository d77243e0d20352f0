using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests.Storing;

[TestFixture]
public sealed class IdsFilterTests
{
    private AuroraServer _server = null!;
    private Caller _caller = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 120 });
        _caller = new Caller(_server);
    }

    [TearDown]
    public void Stop()
    {
        _caller.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task Ids_known_are_returned_newest_first()
    {
        var ids = Ids(0, 5, 3);

        Assert.That(await _caller.ListAsync($"?ids={ids}", "id"), Is.EqualTo(Ids(5, 3, 0).Split(',')));
    }

    [Test]
    public async Task Ids_with_ordering_are_returned_in_that_order() =>
        Assert.That(await _caller.ListAsync($"?ids={Ids(0, 5, 3)}&ordering=created_at", "id"), Is.EqualTo(Ids(0, 3, 5).Split(',')));

    [Test]
    public async Task Ids_unknown_are_not_returned()
    {
        Assert.That(await _caller.ListAsync($"?ids={Guid.NewGuid()},{Ids(7)}", "id"), Is.EqualTo(new[] { Ids(7) }));
        Assert.That(await _caller.ListAsync($"?ids={Guid.NewGuid()}"), Is.Empty);
    }

    [Test]
    public async Task Ids_duplicate_are_returned_once() =>
        Assert.That(await _caller.ListAsync($"?ids={Ids(7, 7)}", "id"), Is.EqualTo(new[] { Ids(7) }));

    [Test]
    public async Task Ids_in_uppercase_are_found() =>
        Assert.That(await _caller.ListAsync($"?ids={Ids(7).ToUpperInvariant()}", "id"), Is.EqualTo(new[] { Ids(7) }));

    [Test]
    public async Task Ids_with_encoded_commas_are_accepted() =>
        Assert.That(await _caller.ListAsync($"?ids={Uri.EscapeDataString(Ids(7, 8))}"), Has.Count.EqualTo(2));

    [Test]
    [SendsUndocumentedRequests("Django uses the last of several values.")]
    public async Task Ids_parameter_sent_twice_uses_the_last_value() =>
        Assert.That(await _caller.ListAsync($"?ids=nonsense&ids={Ids(9)}", "id"), Is.EqualTo(new[] { Ids(9) }));

    [Test]
    [SendsUndocumentedRequests("Parameter names are case-sensitive.")]
    public async Task Ids_parameter_name_is_case_sensitive() =>
        Assert.That(await _caller.ListAsync($"?IDS={Ids(9)}"), Has.Count.EqualTo(120));

    [Test]
    public async Task Ids_100_are_accepted() =>
        Assert.That(await _caller.ListAsync($"?ids={Ids([.. Enumerable.Range(0, 100)])}"), Has.Count.EqualTo(100));

    [Test]
    [SendsUndocumentedRequests("The API rejects more than 100 IDs.")]
    public async Task Ids_101_are_rejected() =>
        Assert.That(
            await _caller.ErrorAsync($"?ids={Ids([.. Enumerable.Range(0, 101)])}", 400),
            Is.EqualTo("""{"ids":["Maximum 100 entries allowed."]}"""));

    [Test]
    [SendsUndocumentedRequests("The API rejects more than 100 IDs.")]
    public async Task Ids_101_duplicates_are_rejected() =>
        Assert.That(await _caller.ErrorAsync($"?ids={Ids([.. Enumerable.Repeat(1, 101)])}", 400), Does.Contain("Maximum 100 entries"));

    [Test]
    [SendsUndocumentedRequests("The API rejects too many IDs, not the web server.")]
    public async Task Ids_of_64_kilobytes_are_rejected_by_the_api() =>
        Assert.That(
            await _caller.ErrorAsync($"?ids={string.Join(',', Enumerable.Repeat(Ids(0), 1800))}", 400),
            Does.Contain("Maximum 100 entries"));

    [TestCase("?ids=")]
    [TestCase("?ids")]
    [SendsUndocumentedRequests("Django treats an empty value as a missing one.")]
    public async Task Ids_blank_are_ignored(string query) => Assert.That(await _caller.ListAsync(query), Has.Count.EqualTo(120));

    [TestCase(",{0}")]
    [TestCase("{0},")]
    [TestCase("{0},,{0}")]
    [SendsUndocumentedRequests("The API rejects invalid UUIDs.")]
    public async Task Ids_with_an_empty_entry_are_rejected(string form) =>
        Assert.That(
            await _caller.ErrorAsync("?ids=" + form.Replace("{0}", Ids(0), StringComparison.Ordinal), 400),
            Is.EqualTo("""{"ids":["'' is not a valid UUID."]}"""));

    [TestCase("1")]
    [TestCase("3f2504e04f8911d39a0c0305e82c3301")]
    [TestCase("{3f2504e0-4f89-11d3-9a0c-0305e82c3301}")]
    [TestCase("(3f2504e0-4f89-11d3-9a0c-0305e82c3301)")]
    [TestCase(" 3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [TestCase("3f2504e0-4f89-11d3-9a0c-0305e82c3301\n")]
    [TestCase("0x2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [TestCase("3f2504e0-4f89-11d3-9a0c-0305e82c330g")]
    [TestCase("٣f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [SendsUndocumentedRequests("The API rejects invalid UUIDs.")]
    public async Task Ids_with_an_invalid_uuid_are_rejected(string entry)
    {
        var error = JObject.Parse(await _caller.ErrorAsync($"?ids={Ids(0)},{Uri.EscapeDataString(entry)}", 400));

        Assert.That(error["ids"]!.Values<string>(), Is.EqualTo(new[] { $"'{entry}' is not a valid UUID." }));
    }

    private string Ids(params int[] indexes)
    {
        var all = _server.Videos.Select(video => (string)video["id"]!).ToArray();
        return string.Join(',', indexes.Select(index => all[index]));
    }
}
