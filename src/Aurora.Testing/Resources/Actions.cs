namespace Aurora.Testing.Resources;

/// <summary>Implements the operations that follow no convention: a valid response that contains the values of the request.</summary>
internal sealed class Actions(VideoFactory factory, Resource? parent)
{
    public FakeResponse Run(Call call)
    {
        var item = parent?.Find(call);
        CheckPath(call);
        call.Parameters();
        var values = call.Operation.Bodies.Count > 0 ? call.Body() : [];
        var (status, schema) = ((HttpStatusCode)call.Operation.Status, call.Operation.Response);
        if (schema is null)
            return new FakeResponse(status, []);
        if (!call.Operation.IsJson)
            return new FakeResponse(status, Content(schema)).With("Content-Type", call.Operation.MediaType!);
        if (item is not null && schema == parent!.Store.Shape.Schema)
            return parent.Respond(call, item);

        var body = factory.NextSamples().Create(schema);
        foreach (var (name, value) in body is JObject ? values : [])
        {
            if (schema.Property(name) is { } property && ValueCheck.Check(property, value!, allowsBlank: true).Errors is null)
                body[name] = value;
        }

        return FakeResponse.Json(status, body);
    }

    private static void CheckPath(Call call)
    {
        foreach (var parameter in call.Operation.All.Where(parameter => parameter.In == "path"))
        {
            if (!call.PathValues.TryGetValue(parameter.Name, out var value)
                || ValueCheck.Check(parameter.Schema, value, allowsBlank: false).Errors is not null)
            {
                throw RejectedException.NotFound();
            }
        }
    }

    private static byte[] Content(Schema schema) =>
        schema is { Type: "string", Format: not "binary" } ? Encoding.UTF8.GetBytes("Sample text") : VideoSample.Bytes;
}
