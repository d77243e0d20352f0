using System.Net;
using System.Text.Json;
using Aurora.Client;
using Aurora.Client.Tests.Reading.Differential;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>What holds of every body, whatever its bytes. Each check says what is wrong, or null; an exception is a fault too.</summary>
internal static class BodyPromises
{
    private const int LeastVideoBytes = 1024;
    private const int MostInSingleBytes = 4096;

    /// <summary>Read as a whole: what is no array in JSON is refused, and all else read as the document and Newtonsoft.Json have it.</summary>
    public static string? Reader(byte[] body)
    {
        var list = ClientReading.List(body);
        if (list.Error is not (null or AuroraErrorKind.UnreadableResponse))
            return $"error: {list.Error}";
        if (IsArray(body) != list.Error is null)
            return $"validity: System.Text.Json {(list.Error is null ? "refuses it" : "takes it")}, the client does not";
        return list.Error is null ? list.DifferenceFrom(LenientOracle.Videos(body)) : null;
    }

    /// <summary>Read while it arrives: the same videos, drift and fault, at the same place, however it is cut, and as read as a whole.</summary>
    public static string? Stream(byte[] body)
    {
        var whole = ClientReading.Stream(body);
        var limited = Limited(body);
        int[] pieces = Pieces(body);
        int[] single = body.Length <= MostInSingleBytes ? [1] : pieces;
        return ClientReading.Stream(body, pieces).DifferenceFrom(whole)
            ?? ClientReading.Stream(body, single).DifferenceFrom(whole)
            ?? ClientReading.List(body, pieces).DifferenceFrom(whole.Error is null ? whole : whole with { Items = [] })
            ?? Limited(body, pieces).DifferenceFrom(limited)
            ?? Limited(body, single).DifferenceFrom(limited);
    }

    /// <summary>Read as what the API says about an error: whatever it is, the status decides.</summary>
    public static string? Error(byte[] body)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(body) };
        using var call = new AuroraCall(new AuroraRequest("aurora_list", "GET", "/"), new AuroraClientOptions());
        var read = ErrorResponse.ReadAsync(call, response, CancellationToken.None);
        return read.GetAwaiter().GetResult() is { Kind: AuroraErrorKind.InvalidRequest, StatusCode: HttpStatusCode.BadRequest } ? null : "kind: not that of the status";
    }

    // What is both too large and no JSON is refused for what is seen of it first.
    private static Reading<AuroraFlow> Limited(byte[] body, params int[] pieces) =>
        ClientReading.Stream(new AuroraClientOptions { MaxVideoBytes = LeastVideoBytes }, body, pieces) with { Position = default };

    private static bool IsArray(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(body.AsSpan().StartsWith("\ufeff"u8) ? 3 : 0));
            return document.RootElement.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Sizes that follow from the bytes, so that a body is always cut alike.</summary>
    private static int[] Pieces(byte[] body)
    {
        var random = new Random(body.Aggregate(17, (sum, value) => unchecked((sum * 31) + value)));
        return [.. Enumerable.Range(0, 16).Select(_ => random.Next(1, random.Next(3) == 0 ? 2000 : 40))];
    }
}
