namespace Aurora.Cli.Drifts;

/// <summary>Recognizes a response that is JSON but not the array that the document promises, such as a page of results.</summary>
internal static class ShapeCheck
{
    private const int MostNames = 8;

    /// <summary>Returns the deviation that made a response unreadable, or null if the response is not JSON or is an array.</summary>
    public static DriftRow? Departure(AuroraApiException exception)
    {
        if (exception is not { Kind: AuroraErrorKind.UnreadableResponse, StatusCode: HttpStatusCode.OK, Body: { } body })
            return null;
        // The end of a number is known only when something follows it.
        var isNumber = body.AsSpan().TrimStart() is ['-' or (>= '0' and <= '9'), ..];
        try
        {
            return Describe(Encoding.UTF8.GetBytes(isNumber ? body + " " : body)) is { } example
                ? new DriftRow(DriftKind.Of(SchemaDriftKind.WrongType), "$", Count: 1, Videos: null, example)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The client stops reading at the first token, so the exception contains only the start of a long body.
    private static string? Describe(byte[] json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        if (!reader.Read())
            return null;
        var kind = reader.TokenType;
        var names = new List<string>();
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && DriftExample.IsIdentifier(reader.GetString()!))
                names.Add(reader.GetString()!);
        }

        return kind switch
        {
            JsonTokenType.StartArray => null,
            JsonTokenType.StartObject when names.Count > 0 => $"an object: {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? ", …" : "")}",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "a boolean",
        };
    }
}
