namespace Aurora.Testing.Checking;

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
