using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Aurora.TestKit.Differential;

/// <summary>A value as the parser of Newtonsoft.Json reads it, with its raw characters and all duplicates.</summary>
internal sealed partial record SentJson(JsonToken Token, string Raw, string? Text, IReadOnlyList<(SentJson Name, SentJson Value)> Members)
{
    // A private-use character that no generated document contains.
    private const char NotUtf8 = '\uFDD0';

    /// <summary>Whether a string is valid Unicode, without lone surrogates and invalid UTF-8.</summary>
    public bool IsUnicode => !Raw.Contains(NotUtf8, StringComparison.Ordinal) && PairedSurrogates().IsMatch(Raw);

    public IEnumerable<SentJson> Items => Members.Select(member => member.Value);

    public string Kind => Token switch
    {
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "an array",
        JsonToken.String => "a string",
        JsonToken.Integer or JsonToken.Float => "a number",
        JsonToken.Boolean => "a boolean",
        _ => "null",
    };

    /// <summary>Decodes a document, and replaces every invalid UTF-8 byte.</summary>
    public static string Decode(byte[] json) => Encoding.UTF8.GetString(json).TrimStart('\ufeff');

    public static SentJson Parse(byte[] json)
    {
        var marked = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(NotUtf8.ToString())).GetString(json).TrimStart('\ufeff');
        using var reader = new JsonTextReader(new StringReader(marked)) { DateParseHandling = DateParseHandling.None };
        return new Parser(reader, marked).Parse();
    }

    [GeneratedRegex(@"^(?:[^\\]|\\[^u]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})*$", RegexOptions.Singleline)]
    private static partial Regex PairedSurrogates();

    private sealed class Parser(JsonTextReader reader, string json)
    {
        private readonly int[] _lines = [0, .. LineEnds().Matches(json).Select(end => end.Index + end.Length)];
        private int _before;

        public SentJson Parse()
        {
            Next();
            return Value();
        }

        private SentJson Value()
        {
            var (token, raw) = (reader.TokenType, Raw());
            var members = new List<(SentJson, SentJson)>();
            switch (token)
            {
                case JsonToken.StartObject:
                    while (Next() != JsonToken.EndObject)
                    {
                        var name = Leaf(JsonToken.String, Raw());
                        Next();
                        members.Add((name, Value()));
                    }

                    break;
                case JsonToken.StartArray:
                    while (Next() != JsonToken.EndArray)
                        members.Add((null!, Value()));
                    break;
            }

            return members.Count > 0 ? new SentJson(token, raw, null, members) : Leaf(token, raw);
        }

        private SentJson Leaf(JsonToken token, string raw) =>
            new(token, raw, token == JsonToken.String ? ((string)reader.Value!).Replace(NotUtf8, '\ufffd') : null, []);

        private JsonToken Next()
        {
            _before = Offset;
            reader.Read();
            return reader.TokenType;
        }

        private int Offset => reader.LineNumber == 0 ? 0 : _lines[reader.LineNumber - 1] + reader.LinePosition;

        private string Raw()
        {
            var slice = json[_before..Offset];
            return slice.IndexOf('"', StringComparison.Ordinal) is var quote and >= 0 ? slice[(quote + 1)..slice.LastIndexOf('"')] : slice.Trim(' ', '\t', '\r', '\n', ',', ':');
        }
    }

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineEnds();
}
