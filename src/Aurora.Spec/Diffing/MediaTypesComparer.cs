using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>The forms that a body can have. The client speaks JSON.</summary>
internal sealed class MediaTypesComparer(DiffContext context, SchemaPlace place)
{
    public void Compare(SpecNode? old, SpecNode? current)
    {
        var direction = place.IsRequest ? "request-body" : "response";
        foreach (var gone in old?.Children.Where(type => current?[type.Name] is null) ?? [])
            context.Report($"{direction}-media-type-removed", gone, null, gone.Name, "", place.Where, Effect(gone, "no longer"));
        foreach (var added in current?.Children.Where(type => old?[type.Name] is null) ?? [])
            context.Report($"{direction}-media-type-added", null, added, "", added.Name, place.Where, Effect(added, "now"));
        foreach (var was in old?.Children.Where(type => current?[type.Name] is not null) ?? [])
            new SchemaComparer(context).Compare(was["schema"], current![was.Name]!["schema"], IsJson(was) ? place : place with { Slot = Slot.Nothing });
    }

    public static bool IsJson(SpecNode mediaType) => mediaType.Name.Contains("json", StringComparison.OrdinalIgnoreCase);

    private CSharpEffect Effect(SpecNode mediaType, string when) => place.Slot != Slot.Nothing && place.Subject is { } subject && IsJson(mediaType)
        ? CSharpEffect.Breaks($"{subject} is {when} read or written as JSON")
        : CSharpEffect.None;
}
