using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Compares the property, and its values, that tell the schemas in a <c>oneOf</c> or an <c>anyOf</c> apart.</summary>
internal sealed class DiscriminatorComparer(DiffContext context)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        var was = old["discriminator"];
        var now = current["discriminator"];
        if (was is null || now is null)
        {
            if (was is not null || now is not null)
                context.Report(place.Rule($"discriminator-{(was is null ? "added" : "removed")}"), was, now, place.Where);
            return;
        }

        if (was["propertyName"]?.Text != now["propertyName"]?.Text)
            context.Report(place.Rule("discriminator-property-name-changed"), was["propertyName"], now["propertyName"], place.Where);
        CompareMapping(was["mapping"], now["mapping"], place);
    }

    private void CompareMapping(SpecNode? old, SpecNode? current, SchemaPlace place)
    {
        foreach (var was in old?.Children ?? [])
        {
            if (current?[was.Name] is not { } now)
                context.Report(place.Rule("discriminator-mapping-deleted"), was, null, was.Name, "", place.Where);
            else if (!context.Renames.AreSame(NameOf(was), NameOf(now)))
                context.Report(place.Rule("discriminator-mapping-changed"), was, now, place.Where);
            else
                context.Cover(was, now);
        }

        foreach (var added in current?.Children.Where(value => old?[value.Name] is null) ?? [])
            context.Report(place.Rule("discriminator-mapping-added"), null, added, "", added.Name, place.Where);
        context.Cover(old, current);
    }

    private static string NameOf(SpecNode value) => value.Text[(value.Text.LastIndexOf('/') + 1)..];
}
