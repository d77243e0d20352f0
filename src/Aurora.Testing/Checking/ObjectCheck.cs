namespace Aurora.Testing.Checking;

/// <summary>
/// Checks an object with the rules of a serializer of Django REST framework: unknown and read-only properties are ignored, and each property has
/// its own errors.
/// </summary>
internal static class ObjectCheck
{
    /// <returns>The properties that the request sets, or the errors.</returns>
    public static Checked Check(Schema schema, JToken value, bool isPartial = false, bool isForm = false)
    {
        if (value.Type == JTokenType.Null)
            return Checked.InvalidWhole("No data provided");
        if (value is not JObject json)
            return Checked.InvalidWhole($"Invalid data. Expected a dictionary, but got {Python.TypeOf(value)}.");

        return Checked.Object(Properties(schema, json, isPartial, isForm));
    }

    private static IEnumerable<(string Name, Checked Value)> Properties(Schema schema, JObject json, bool isPartial, bool isForm)
    {
        foreach (var (name, property) in schema.Properties.Where(property => !property.Value.IsReadOnly))
        {
            var isRequired = schema.Required.Contains(name);
            var sent = isForm ? FormValue(property, json[name], isRequired, isPartial) : json[name];
            if (sent is not null)
                yield return (name, ValueCheck.Check(property, sent, allowsBlank: !isRequired));
            else if (isRequired && !isPartial)
                yield return (name, Checked.Invalid("This field is required."));
        }
    }

    // A form has neither null nor objects, and a check box that is not checked is missing.
    private static JToken? FormValue(Schema property, JToken? sent, bool isRequired, bool isPartial)
    {
        if (sent is null)
            return property.Type == "boolean" && !isPartial ? false : null;
        if (property.HasObjects)
            return null;
        if (sent is not JValue { Value: "" } || (!isRequired && property.AllowsBlank))
            return sent;
        return property.IsNullable ? JValue.CreateNull() : isRequired ? sent : null;
    }
}

/// <summary>Checks lists, and objects with any property names.</summary>
internal static class CollectionCheck
{
    public static Checked List(Schema schema, JToken value)
    {
        var hasObjects = schema.Items.Properties.Count > 0;
        if (value is not JArray list)
        {
            var message = $"Expected a list of items but got type \"{Python.TypeOf(value)}\".";
            return hasObjects ? Checked.InvalidWhole(message) : Checked.Invalid(message);
        }

        if (list.Count == 0 && schema.MinItems > 0)
            return Checked.Invalid("This list may not be empty.");
        if (list.Count > schema.MaxItems)
            return Checked.Invalid($"Ensure this field has no more than {schema.MaxItems} elements.");
        if (list.Count < schema.MinItems)
            return Checked.Invalid($"Ensure this field has at least {schema.MinItems} elements.");

        var items = list.Select(item => ValueCheck.Check(schema.Items, item, allowsBlank: false)).ToList();
        if (items.TrueForAll(item => item.Errors is null))
            return Checked.Valid(new JArray(items.Select(item => item.Value)));
        // A list of objects has an entry for each one, and any other list only for those with errors.
        return hasObjects
            ? new(value, new JArray(items.Select(item => item.Errors ?? new JObject())))
            : Checked.Object(items.Select((item, index) => (index.ToString(CultureInfo.InvariantCulture), item)));
    }

    public static Checked Dictionary(Schema schema, JToken value)
    {
        if (value is not JObject values)
            return Checked.Invalid($"Expected a dictionary of items but got type \"{Python.TypeOf(value)}\".");
        var additional = schema.Additional ?? Schema.Any;
        return Checked.Object(values.Properties().Select(property => (property.Name, ValueCheck.Check(additional, property.Value, allowsBlank: false))));
    }
}
