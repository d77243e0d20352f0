using Aurora.TestKit.Differential;
using CsCheck;

namespace Aurora.Client.Tests.Json.Reading.Differential;

/// <summary>Checks that a response is read in the same way no matter how it is split.</summary>
[TestFixture]
public sealed class ChunkTests
{
    [Test]
    public void Chunks_of_one_byte_and_of_random_sizes_are_read_like_the_whole() => VideoLists.Any.Check(json =>
    {
        var whole = ClientReading.List(json);
        var random = new Random(json.Length);
        int[] sizes = [.. Enumerable.Range(0, 20).Select(_ => random.Next(1, 64))];
        return ClientReading.List(json, 1).DifferenceFrom(whole)
            ?? ClientReading.Stream(json, sizes).DifferenceFrom(whole)
            ?? ClientReading.List(json, sizes).DifferenceFrom(whole);
    }, oneIn: 10);

    [Test]
    public void Chunks_of_every_size_and_splits_at_every_byte_are_read_like_the_whole() => VideoLists.Any.Check(json =>
    {
        var whole = ClientReading.Stream(json);
        return Enumerable.Range(1, Math.Min(json.Length, 600))
            .Select(size => ClientReading.Stream(json, size).DifferenceFrom(whole) ?? ClientReading.List(json, size, int.MaxValue).DifferenceFrom(whole))
            .FirstOrDefault(difference => difference is not null);
    }, oneIn: 500);

    [Test]
    public void Invalid_response_fails_in_the_same_way_for_all_splits() => VideoLists.Any.Check(json =>
    {
        var random = new Random(json.Length);
        byte[] broken = [.. json.AsSpan(0, random.Next(4) == 0 ? random.Next(1, json.Length) : json.Length)];
        broken[random.Next(broken.Length)] = "\0\"\\,:{}[]0e-.tn u"u8[random.Next(17)];
        var whole = ClientReading.Stream(broken);
        var difference = ClientReading.Stream(broken, 1).DifferenceFrom(whole) ?? ClientReading.List(broken, random.Next(1, 64), 3).DifferenceFrom(whole with { Items = whole.Error is null ? whole.Items : [] });
        return difference is null ? null : $"{difference} in {WireText.Print(broken)}";
    }, oneIn: 20);
}
