using Aurora.Cli.Ids;

namespace Aurora.Cli.Tests.Ids;

[TestFixture]
public sealed class IdListTests
{
    private const string First = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private const string Second = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    [TestCase($"{First},{Second}")]
    [TestCase($" {First} \t{Second} ")]
    [TestCase($"{First},,{Second},")]
    [TestCase($"{First},{Second},{First}")]
    public void Parse_any_separators_returns_distinct_ids(string text) =>
        Assert.That(IdList.Parse(IdList.FromArguments([text], "--ids")), Is.EqualTo(new[] { Guid.Parse(First), Guid.Parse(Second) }));

    [Test]
    public void Parse_file_with_comments_and_bom_returns_ids() =>
        Assert.That(
            IdList.Parse(IdList.FromFile($"\uFEFF{First.ToUpperInvariant()} # spring\r\n\r# summer\n{Second}", "ids.txt")),
            Is.EqualTo(new[] { Guid.Parse(First), Guid.Parse(Second) }));

    [Test]
    public void Parse_invalid_ids_throws_with_locations() =>
        Assert.That(
            () => IdList.Parse([.. IdList.FromArguments(["abc"], "--ids"), .. IdList.FromFile($"{First}\n\n{First[1..]},{Second}", "ids.txt")]),
            Throws.TypeOf<UsageException>().With.Message.Contain($"(2 of 4): 'abc' (--ids), '{First[1..]}' (line 3 of ids.txt)."));

    [TestCase("{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    [TestCase("0f8fad5bd9cb469fa16570867728950e")]
    [TestCase("0x8fad5b-d9cb-469f-a165-70867728950e")]
    public void Parse_other_uuid_formats_throws(string text) =>
        Assert.That(() => IdList.Parse(IdList.FromArguments([text], "--ids")), Throws.TypeOf<UsageException>());

    [Test]
    public void Parse_many_invalid_ids_lists_ten() =>
        Assert.That(
            () => IdList.Parse(IdList.FromFile(string.Join('\n', Enumerable.Range(1, 25).Select(i => $"id{i}")), "ids.txt")),
            Throws.TypeOf<UsageException>().With.Message.Contain("'id10' (line 10 of ids.txt) and 15 more.").And.Message.Not.Contain("id11"));

    [Test]
    public void Parse_no_ids_throws() =>
        Assert.That(
            () => IdList.Parse(IdList.FromFile("# none", "ids.txt")),
            Throws.TypeOf<UsageException>().With.Message.Contain("the whole account"));
}
