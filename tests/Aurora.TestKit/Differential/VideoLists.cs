using CsCheck;

namespace Aurora.TestKit.Differential;

/// <summary>Generates responses: lists of videos, each of which can deviate from the document.</summary>
internal static class VideoLists
{
    public static readonly IReadOnlyList<SchemaProperty> Properties = SchemaProperty.Of("AuroraFlow");

    // The texts have the same length, start and end, so that a table of shared texts could confuse them.
    private static readonly Gen<string> LookAlike = Gen.Select(Gen.OneOf<int>(1, 8, 40, 300, 5000), Gen.Char['a', 'c'], (length, letter) => new string('x', length) + letter + new string('x', length));

    private static readonly Gen<string[]> Shared = Gen.OneOf<string>(LookAlike, LookAlike, JsonTokens.Content, Gen.Const("")).Array[1, 4];

    private static readonly Gen<string> Name = Gen.Frequency<string>(
        (4, Gen.OneOf<string>("extra", "rendered_at", "", "$type", "$ref", "$id", "$values", "a.b", "a[0]", "constructor", "Id", "idx", "i", "Duration", "NAME", "additional_properties", "\\ud800", "na\\u0000me")),
        (2, JsonTokens.Content),
        (1, Gen.Int[190, 230].Select(length => new string('n', length))));

    private static readonly Gen<string> Unknown = Gen.Select(Name, JsonTokens.Space, JsonTokens.Any, (name, space, value) => $"{JsonTokens.Quote(name)}{space}:{space}{value}");

    public static readonly Gen<string> Any = Shared.SelectMany(shared => List(Gen.Frequency<string>((30, Video(shared)), (1, Gen.Const("null")), (1, JsonTokens.Any))));

    private static Gen<string> List(Gen<string> element) => Gen.Select(
        Gen.Frequency<string>((9, Gen.Const("")), (1, Gen.Const("\ufeff"))), JsonTokens.Space, Gen.Frequency<string[]>((8, element.Array[0, 3]), (1, element.Array[4, 12])),
        (mark, space, elements) => $"{mark}{space}[{space}{string.Join(space + "," + space, elements)}{space}]{space}");

    private static Gen<string> Video(string[] shared)
    {
        var each = Properties.Select(property => Member(property, shared)).ToArray();
        var few = Gen.OneOf<string>(each).Array[0, 4];
        var all = Gen.Select(Gen.Bool.Array[each.Length], Gen.Bool, Sequence(each), (keep, complete, members) => members.Where((_, i) => complete || keep[i]).ToArray());
        return Gen.Frequency<string[]>((3, few), (3, all), (1, all.SelectMany(members => Gen.Shuffle(members))), (1, Gen.Select(all, few, (one, other) => one.Concat(other).ToArray())))
            .SelectMany(members => Gen.Select(Gen.Frequency<string[]>((3, Gen.Const<string[]>([])), (1, Unknown.Array[1, 3])), Gen.Int[0, members.Length], JsonTokens.Space,
                (unknown, at, space) => $"{{{space}{string.Join(space + ",", members.Take(at).Concat(unknown).Concat(members.Skip(at)))}{space}}}"));
    }

    private static Gen<string> Member(SchemaProperty property, string[] shared) => Gen.Select(
        Gen.Frequency<string>((20, Gen.Const(property.Name)), (1, Gen.Const($"\\u{(int)property.Name[0]:X4}{property.Name[1..]}"))), JsonTokens.Space, PropertyTokens.Of(property, shared),
        (name, space, value) => $"{JsonTokens.Quote(name)}{space}:{space}{value}");

    private static Gen<string[]> Sequence(Gen<string>[] each) => each.Aggregate(Gen.Const<string[]>([]), (before, next) => Gen.Select(before, next, (list, item) => (string[])[.. list, item]));
}
