namespace Aurora.Client;

internal static class JsonModel
{
    /// <summary>Returns whether the JSON of the object would contain any property. Only clients of other documents call this method.</summary>
    public static bool HasContent(this IJsonModel model) => model.Present.HasAny || model.AdditionalProperties.Count > 0;
}
