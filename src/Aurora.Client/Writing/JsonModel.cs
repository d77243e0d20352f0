namespace Aurora.Client;

internal static class JsonModel
{
    /// <summary>Whether anything at all would be written between the braces.</summary>
    public static bool HasContent(this IJsonModel model) => model.Present.HasAny || model.AdditionalProperties.Count > 0;
}
