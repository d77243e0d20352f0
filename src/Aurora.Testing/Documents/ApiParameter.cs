using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Documents;

/// <summary>A parameter of an operation.</summary>
internal sealed class ApiParameter(JObject json, SchemaReader reader)
{
    public string Name { get; } = (string?)json["name"] ?? "";

    /// <summary>Gets the location: <c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</summary>
    public string In { get; } = (string?)json["in"] ?? "";

    public bool IsRequired { get; } = (bool?)json["required"] ?? false;

    public string Description { get; } = (string?)json["description"] ?? "";

    /// <summary>Gets a value that indicates whether each element of a list is a parameter.</summary>
    public bool IsExploded { get; } = (bool?)json["explode"] ?? true;

    public Schema Schema { get; } = reader.Read(json["schema"]);
}
