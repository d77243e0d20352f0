using System.Text.Json;

namespace Aurora.TestKit.Differential;

/// <summary>Removes as much as possible from a failing document without losing the failure.</summary>
internal static class SmallestDocument
{
    // This is enough for a few videos. A larger document is not fully minimized, but the search ends within seconds.
    private const int MostTries = 4000;

    // The shrinking of the generator tries other random documents, which rarely have the same failure.
    public static byte[] From(byte[] json, Func<byte[], bool> fails)
    {
        // A failure with invalid JSON is also searched in other invalid JSON.
        var mustBeList = IsList(json);
        var smaller = true;
        var tries = 0;
        while (smaller)
        {
            smaller = false;
            foreach (var (start, end, instead) in Cuts(json))
            {
                byte[] candidate = [.. json.AsSpan(0, start), .. instead, .. json.AsSpan(end)];
                if (candidate.Length >= json.Length || (mustBeList && !IsList(candidate)))
                    continue;
                if (++tries > MostTries)
                    return json;
                if (!fails(candidate))
                    continue;
                (json, smaller) = (candidate, true);
                break;
            }
        }

        return json;
    }

    private static bool IsList(byte[] json)
    {
        try
        {
            var read = new Utf8JsonReader(WithoutMark(json));
            while (read.Read())
            {
            }

            return json.AsSpan().TrimEnd(" \t\r\n"u8).EndsWith("]"u8);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] json) => json.AsSpan(json.AsSpan().StartsWith("\ufeff"u8) ? 3 : 0);

    /// <summary>Returns the parts to remove, large ones first: members and items with a comma, values, halves of texts, and single bytes.</summary>
    private static IEnumerable<(int Start, int End, byte[] Instead)> Cuts(byte[] json)
    {
        var spans = Tokens(json).OrderByDescending(span => span.End - span.Start).ToList();
        foreach (var (start, end) in spans)
        {
            yield return (start, Comma(json, end, 1) + 1, []);
            yield return (Comma(json, start - 1, -1), end, []);
            yield return (start, end, []);
            yield return (start, end, "0"u8.ToArray());
            yield return (start, end, "\"\""u8.ToArray());
        }

        foreach (var (start, end) in spans.Where(span => span.End - span.Start > 8))
        {
            yield return (start + 1, (start + end) / 2, []);
            yield return ((start + end) / 2, end - 1, []);
        }

        foreach (var width in (int[])[12, 6, 4, 3, 2, 1])
        {
            for (var at = 0; at + width <= json.Length; at++)
                yield return (at, at + width, []);
        }
    }

    private static int Comma(byte[] json, int from, int step)
    {
        var at = from;
        while (at > 0 && at < json.Length - 1 && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at += step;
        return at > 0 && at < json.Length && json[at] == ',' ? at : from - (step > 0 ? 1 : -1);
    }

    /// <summary>Returns the positions of all values, and of all properties with their value, as far as the document is valid JSON.</summary>
    private static List<(int Start, int End)> Tokens(byte[] json)
    {
        var mark = json.Length - WithoutMark(json).Length;
        var reader = new Utf8JsonReader(json.AsSpan(mark));
        var spans = new List<(int, int)>();
        var open = new Stack<int>();
        var name = -1;
        while (MayRead(ref reader))
        {
            var start = mark + (int)reader.TokenStartIndex;
            var end = mark + (int)reader.BytesConsumed;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = start;
                    spans.Add((start, start + 2 + reader.ValueSpan.Length));
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(start);
                    open.Push(name);
                    name = -1;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    name = open.Pop();
                    start = open.Pop();
                    break;
            }

            spans.Add((start, end));
            if (name >= 0)
                spans.Add((name, end));
            name = -1;
        }

        return spans;
    }

    private static bool MayRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
