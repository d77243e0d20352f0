namespace Aurora.Testing.Serving;

/// <summary>A response of the fake: a status code, a body and headers.</summary>
internal sealed record FakeResponse(HttpStatusCode Status, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static FakeResponse Ok(byte[] body) => new(HttpStatusCode.OK, body);

    public static FakeResponse Json(HttpStatusCode status, JToken json) => new(status, Encoding.UTF8.GetBytes(json.ToString(Formatting.None)));

    // CUSTOM: the document describes no errors. They have the format of Django REST framework, which the API uses.

    /// <summary>Creates an error response for a request as a whole.</summary>
    public static FakeResponse Detail(HttpStatusCode status, string detail) => Json(status, new JObject { ["detail"] = detail });

    /// <summary>Creates the response of Django to a path that does not exist.</summary>
    public static FakeResponse NoPath() => new FakeResponse(HttpStatusCode.NotFound, Encoding.UTF8.GetBytes(
        """

        <!doctype html>
        <html lang="en">
        <head>
          <title>Not Found</title>
        </head>
        <body>
          <h1>Not Found</h1><p>The requested resource was not found on this server.</p>
        </body>
        </html>

        """)).With("Content-Type", "text/html");

    /// <summary>Creates the redirect of Django to the path with a slash at the end.</summary>
    public static FakeResponse Redirect(string location) =>
        new FakeResponse(HttpStatusCode.MovedPermanently, []).With("Content-Type", "text/html; charset=utf-8").With("Location", location);

    public FakeResponse With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
