using System.Net;
using System.Text.Json;
using Aurora.Client;
using Aurora.TestKit.Differential;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Checks that must pass for any bytes. Each check describes the error, or returns null. An exception is also an error.</summary>
internal static class BodyChecks
{
    private const int MinVideoBytes = 1024;
    private const int MaxBytesForSingleBytes = 4096;

    /// <summary>
    /// Checks a list that is read as a whole. A body that is not a JSON array must be rejected. Other bodies must be read as the document and
    /// Newtonsoft.Json define.
    /// </summary>
    public static string? Reader(byte[] body)
    {
        var list = ClientReading.List(body);
        if (list.Error is not (null or AuroraErrorKind.UnreadableResponse))
            return $"error: {list.Error}";
        if (IsArray(body) != list.Error is null)
        {
            return list.Error is null
                ? "The client accepted a body that System.Text.Json rejects."
                : "The client rejected a body that System.Text.Json accepts.";
        }

        return list.Error is null ? list.DifferenceFrom(LenientOracle.Videos(body)) : null;
    }

    /// <summary>
    /// Checks a list that is read while it arrives. The videos, the drift and the error must not depend on how the body is split, and must be the
    /// same as for a list that is read as a whole.
    /// </summary>
    public static string? Stream(byte[] body)
    {
        var whole = ClientReading.Stream(body);
        var limited = Limited(body);
        int[] pieces = Pieces(body);
        int[] single = body.Length <= MaxBytesForSingleBytes ? [1] : pieces;
        return ClientReading.Stream(body, pieces).DifferenceFrom(whole)
            ?? ClientReading.Stream(body, single).DifferenceFrom(whole)
            ?? ClientReading.List(body, pieces).DifferenceFrom(whole.Error is null ? whole : whole with { Items = [] })
            ?? Limited(body, pieces).DifferenceFrom(limited)
            ?? Limited(body, single).DifferenceFrom(limited);
    }

    /// <summary>Checks the body of an error response. The kind of the error must depend only on the status code.</summary>
    public static string? Error(byte[] body)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(body) };
        using var call = new AuroraCall(new AuroraRequest("aurora_list", "GET", "/"), new AuroraClientOptions(), new ClientLifetime().Begin(CancellationToken.None));
        var read = ErrorResponse.ReadAsync(call, response, CancellationToken.None);
        return read.GetAwaiter().GetResult() is { Kind: AuroraErrorKind.InvalidRequest, StatusCode: HttpStatusCode.BadRequest }
            ? null
            : "The kind of the error does not match the status code.";
    }

    // The position is ignored, because a body that is both too large and not JSON can be rejected for either reason.
    private static Reading<AuroraFlow> Limited(byte[] body, params int[] pieces) =>
        ClientReading.Stream(new AuroraClientOptions { MaxVideoBytes = MinVideoBytes }, body, pieces) with { Position = default };

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

    /// <summary>Returns piece sizes that depend only on the bytes, so that the results are reproducible.</summary>
    private static int[] Pieces(byte[] body)
    {
        var random = new Random(body.Aggregate(17, (sum, value) => unchecked((sum * 31) + value)));
        return [.. Enumerable.Range(0, 16).Select(_ => random.Next(1, random.Next(3) == 0 ? 2000 : 40))];
    }
}
