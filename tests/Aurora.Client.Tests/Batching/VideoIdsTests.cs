namespace Aurora.Client.Tests.Batching;

[TestFixture]
public sealed class VideoIdsTests
{
    private static readonly Guid First = new("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly Guid Second = new("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    [Test]
    public void Join_writes_repeated_ids_once_in_the_order_of_their_first_position() =>
        Assert.That(VideoIds.Join([Second, First, Second], "ids"), Is.EqualTo($"{Second},{First}"));

    [Test]
    public void Join_accepts_100_different_ids_with_repetitions() =>
        Assert.That(VideoIds.Join([.. Many(100), .. Many(100)], "ids").Split(','), Has.Length.EqualTo(100));

    [Test]
    public void Join_of_more_than_100_ids_throws_with_their_number() =>
        Assert.That(() => VideoIds.Join(Many(101), "ids"), Throws.ArgumentException.With.Message.Contains("101 ids").And.Message.Contains("at most 100"));

    [Test]
    public void Join_without_ids_throws() =>
        Assert.That(() => VideoIds.Join([], "ids"), Throws.ArgumentException.With.Message.Contains("whole account"));

    [Test]
    public void Null_ids_throw_with_the_parameter_name()
    {
        Assert.That(() => VideoIds.Join(null!, "video_ids"), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("video_ids"));
        Assert.That(() => Normalize(null!, "video_ids"), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("video_ids"));
    }

    [Test]
    public void Parse_normalizes_spaces_case_and_repetitions() =>
        Assert.That(Normalize($"  {First.ToString().ToUpperInvariant()} ,\t{Second},{First}\n", "ids"), Is.EqualTo($"{First},{Second}"));

    [TestCase("")]
    [TestCase("   ")]
    public void Parse_of_an_empty_text_throws(string ids) =>
        Assert.That(() => Normalize(ids, "ids"), Throws.ArgumentException.With.Message.Contains("whole account"));

    [TestCase(",")]
    [TestCase("0f8fad5b-d9cb-469f-a165-70867728950e,")]
    public void Parse_of_an_empty_entry_throws_with_its_position(string ids) =>
        Assert.That(() => Normalize(ids, "ids"), Throws.ArgumentException.With.Message.Contains("(empty)"));

    [TestCase("0f8fad5bd9cb469fa16570867728950e")]
    [TestCase("{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    [TestCase("(0f8fad5b-d9cb-469f-a165-70867728950e)")]
    [TestCase("0f8fad5b-d9cb-469f-a165-70867728950")]
    [TestCase("0f8fad5b-d9cb-469f-a165-70867728950g")]
    [TestCase("0x8fad5b-d9cb-469f-a165-70867728950e")]
    [TestCase("video 1")]
    public void Parse_of_an_invalid_entry_throws_with_its_position(string entry) =>
        Assert.That(() => Normalize($"{First},{entry}", "ids"), Throws.ArgumentException.With.Message.Contains($"position 2 '{entry}'").And.Property("ParamName").EqualTo("ids"));

    [Test]
    public void Parse_of_many_invalid_entries_names_the_first_ten_and_counts_the_rest()
    {
        var ids = string.Join(",", Enumerable.Range(1, 13).Select(number => $"bad{number}"));

        Assert.That(() => Normalize(ids, "ids"), Throws.ArgumentException.With
            .Message.Contains("13 of 13 ids").And.Message.Contains("10 'bad10' and 3 more").And.Message.Not.Contains("bad11"));
    }

    [Test]
    public void Parse_of_invalid_entries_throws_with_their_positions_and_the_required_form() =>
        Assert.That(() => Normalize($"a,{First},,b", "ids"), Throws.ArgumentException.With
            .Message.Contains("3 of 4 ids").And.Message.Contains("1 'a', 3 (empty), 4 'b'.").And.Message.Contains("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"));

    [Test]
    public void Parse_of_ten_invalid_entries_names_all_of_them() =>
        Assert.That(() => Normalize("1,2,3,4,5,6,7,8,9,10", "ids"), Throws.ArgumentException.With.Message.Contains(", 9 '9', 10 '10'. Each"));

    [TestCase(40, false)]
    [TestCase(41, true)]
    [TestCase(5000, true)]
    public void Parse_shortens_a_long_entry_in_the_message(int length, bool isCut) =>
        Assert.That(() => Normalize(new string('x', length), "ids"), Throws.ArgumentException.With.Message.Contains($"position 1 '{new string('x', 40)}{(isCut ? "…" : "")}'. "));

    private static string Normalize(string ids, string parameter) => VideoIds.Join(VideoIds.Parse(ids, parameter), parameter);

    private static IEnumerable<Guid> Many(int count) => Enumerable.Range(1, count).Select(number => new Guid(number, 0, 0, new byte[8]));
}
