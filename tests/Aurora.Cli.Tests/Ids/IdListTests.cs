using Aurora.Cli.Ids;

namespace Aurora.Cli.Tests.Ids;

internal sealed class IdListTests
{
    private const string First = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private const string Second = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    [TestCase($"{First},{Second}")]
    [TestCase($" {First} \t{Second} ")]
    [TestCase($"{First},,{Second},")]
    [TestCase($"{First},{Second},{First}")]
    public void Parse_anythingBetweenThem_readsEachOnce(string text) =>
        Assert.That(IdList.Parse([IdText.OfArguments([text], "--ids")]), Is.EqualTo(new[] { Guid.Parse(First), Guid.Parse(Second) }));

    [Test]
    public void Parse_linesOfAFile_mayHaveRemarksBlankLinesAndAMark() =>
        Assert.That(
            IdList.Parse([IdText.OfLines([$"\uFEFF{First.ToUpperInvariant()} # spring", "", "# summer", Second], "ids.txt")]),
            Is.EqualTo(new[] { Guid.Parse(First), Guid.Parse(Second) }));

    [Test]
    public void Parse_wordsThatAreNoIds_namesEachWithItsPlace() =>
        Assert.That(
            () => IdList.Parse([IdText.OfArguments(["abc"], "--ids"), IdText.OfLines([First, "", $"{First[1..]},{Second}"], "ids.txt")]),
            Throws.TypeOf<UsageException>().With.Message.StartsWith($"2 of 4 ids cannot be sent: 'abc' (--ids), '{First[1..]}' (line 3 of ids.txt)."));

    [TestCase("{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    [TestCase("0f8fad5bd9cb469fa16570867728950e")]
    [TestCase("0x8fad5b-d9cb-469f-a165-70867728950e")]
    public void Parse_otherFormsOfAUuid_areRefused(string text) =>
        Assert.That(() => IdList.Parse([IdText.OfArguments([text], "--ids")]), Throws.TypeOf<UsageException>());

    [Test]
    public void Parse_manyThatAreNoIds_namesTenAndCountsTheRest() =>
        Assert.That(
            () => IdList.Parse([IdText.OfLines(Enumerable.Range(1, 25).Select(i => $"id{i}"), "ids.txt")]),
            Throws.TypeOf<UsageException>().With.Message.Contain("'id10' (line 10 of ids.txt) and 15 more.").And.Message.Not.Contain("id11"));

    [Test]
    public void Parse_nothing_saysWhatTheApiWouldDo() =>
        Assert.That(() => IdList.Parse([IdText.OfLines(["# none"], "ids.txt")]), Throws.TypeOf<UsageException>().With.Message.Contain("the whole account"));
}
