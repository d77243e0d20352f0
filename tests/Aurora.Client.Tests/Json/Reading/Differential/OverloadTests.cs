using Aurora.TestKit.Differential;
using CsCheck;

namespace Aurora.Client.Tests.Json.Reading.Differential;

/// <summary>Tests each overload that the generated readers can call.</summary>
[TestFixture]
public sealed class OverloadTests
{
    private static readonly SchemaType Status = VideoLists.Properties.Single(property => property.Name == "status").Type;

    [Test]
    public void String_is_read_like_Newtonsoft() => Check<string>(JsonValue.Read, Schema("string"));

    [Test]
    public void Bool_is_read_like_Newtonsoft() => Check<bool>(JsonValue.Read, Schema("boolean"));

    [Test]
    public void Int_is_read_like_Newtonsoft() => Check<int>(JsonValue.Read, Schema("integer"));

    [Test]
    public void Long_is_read_like_Newtonsoft() => Check<long>(JsonValue.Read, Schema("integer", "int64"));

    [Test]
    public void Decimal_is_read_like_Newtonsoft() => Check<decimal>(JsonValue.Read, Schema("number", "decimal"));

    [Test]
    public void Double_is_read_like_Newtonsoft() => Check<double>(JsonValue.Read, Schema("number"));

    [Test]
    public void Guid_is_read_like_Newtonsoft() => Check<Guid>(JsonValue.Read, Schema("string", "uuid"));

    [Test]
    public void DateTimeOffset_is_read_like_Newtonsoft() => Check<DateTimeOffset>(JsonValue.Read, Schema("string", "date-time"));

    [Test]
    public void Date_is_read_like_Newtonsoft() => Check<DateTime>(JsonValue.Read, Schema("string", "date"));

    [Test]
    public void Uri_is_read_like_Newtonsoft() => Check<Uri>(JsonValue.Read, Schema("string", "uri"));

    [Test]
    public void Bytes_are_read_like_Newtonsoft() => Check<byte[]>(JsonValue.Read, Schema("string", "byte"));

    [Test]
    public void Enum_is_read_like_Newtonsoft() => Check<AuroraStatus>(JsonValue.Read, Status);

    [Test]
    public void Untyped_value_is_read_like_Newtonsoft() =>
        List(JsonTokens.Any).Check(json => ClientReading.List<object>(JsonValue.Read, json, 3).DifferenceFrom(LenientOracle.Plain(json)), oneIn: 2);

    [Test]
    public void Lists_are_read_like_Newtonsoft()
    {
        CheckLists<string>((ref reader, context, out items) => JsonValue.ReadItems(ref reader, context, JsonValue.Read, out items), Schema("string"));
        CheckLists<int>((ref reader, context, out items) => JsonValue.ReadItems(ref reader, context, JsonValue.Read, out items), Schema("integer"));
        CheckLists<double>((ref reader, context, out items) => JsonValue.ReadItems(ref reader, context, JsonValue.Read, out items), Schema("number"));
        CheckLists<Guid>((ref reader, context, out items) => JsonValue.ReadItems(ref reader, context, JsonValue.Read, out items), Schema("string", "uuid"));
        CheckLists<AuroraStatus>((ref reader, context, out items) => JsonValue.ReadItems(ref reader, context, JsonValue.Read, out items), Status);
    }

    [Test]
    public void Dictionary_is_read_like_Newtonsoft() => Map(PropertyTokens.Of(Schema("string")))
        .Check(json => ClientReading.List<IDictionary<string, string>>((ref reader, context, out items) => JsonValue.ReadItems(ref reader, context, JsonValue.Read, out items), json, 5).DifferenceFrom(LenientOracle.Maps<string>(json, Schema("string"))), oneIn: 2);

    private static void Check<T>(JsonRead<T> read, SchemaType schema) =>
        List(PropertyTokens.Of(schema)).Check(json => ClientReading.List(read, json, 7).DifferenceFrom(LenientOracle.Values<T>(json, schema)), oneIn: 2);

    private static void CheckLists<T>(JsonRead<IReadOnlyList<T>> read, SchemaType schema) =>
        List(Gen.Frequency<string>((8, List(PropertyTokens.Of(schema))), (1, JsonTokens.Any)))
            .Check(json => ClientReading.List(read, json, 7).DifferenceFrom(LenientOracle.Lists<T>(json, schema)), oneIn: 5);

    private static SchemaType Schema(string type, string format = "") => new(type, format, []);

    private static Gen<string> List(Gen<string> items) => items.Array[0, 4].Select(each => $"[{string.Join(",", each)}]");

    private static Gen<string> Map(Gen<string> values) => List(Gen.Select(JsonTokens.Content, values, (name, value) => $"{JsonTokens.Quote(name)}:{value}").Array[0, 3]
        .Select(members => $"{{{string.Join(",", members)}}}"));
}
