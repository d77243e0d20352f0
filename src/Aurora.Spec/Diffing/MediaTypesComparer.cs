using System.Net.Http.Headers;
using System.Net.Mime;

namespace Aurora.Spec.Diffing;

/// <summary>Compares the media types of a body.</summary>
internal sealed class MediaTypesComparer(DiffContext context, SchemaPlace place)
{
    public void Compare(SpecNode? old, SpecNode? current)
    {
        var types = ListPairing.Pair(old?.Children ?? [], current?.Children ?? [], Criteria);
        var direction = place.IsRequest ? "request-body" : "response";
        foreach (var gone in types.Removed)
            context.Report($"{direction}-media-type-removed", gone, null, gone.Name, "", place.Where);
        foreach (var added in types.Added)
            context.Report($"{direction}-media-type-added", null, added, "", added.Name, place.Where);
        foreach (var (was, now) in types.Matched)
            CompareType(was, now);
    }

    private Func<SpecNode, SpecNode, bool>[] Criteria =>
    [
        (was, now) => was.Name == now.Name,
        (was, now) => MediaTypeName.Of(was.Name) == MediaTypeName.Of(now.Name),
        (was, now) => MediaTypeName.Of(was.Name).Type == MediaTypeName.Of(now.Name).Type,
        // A server can refuse a request of another type, although it is a special case of the old one.
        (was, now) => !place.IsRequest && IsRelated(MediaTypeName.Of(was.Name), MediaTypeName.Of(now.Name)),
    ];

    private static bool IsRelated(MediaTypeName one, MediaTypeName other) => one.Specializes(other) || other.Specializes(one);

    private void CompareType(SpecNode was, SpecNode now)
    {
        CompareName(was, now);
        CompareSchema(was, now);
        if (was.Name == now.Name)
            return;
        RemainderComparer.Compare(context, was, now);
        context.Cover(was, now);
    }

    private void CompareName(SpecNode was, SpecNode now)
    {
        var old = MediaTypeName.Of(was.Name);
        var current = MediaTypeName.Of(now.Name);
        if (was.Name == now.Name)
            return;
        var change = old.Type == current.Type ? "changed" : current.Specializes(old) ? "specialized" : "generalized";
        var rule = old == current ? "document-changed" : $"{(place.IsRequest ? "request-body" : "response")}-media-type-name-{change}";
        context.ReportAt(rule, was, now, was.Name, now.Name, place.Where);
    }

    private void CompareSchema(SpecNode was, SpecNode now)
    {
        if (was["schema"] is null != now["schema"] is null)
            context.Report($"{place.Prefix}-media-type-schema-{(now["schema"] is null ? "removed" : "added")}", was["schema"], now["schema"], place.Where);
        else
            new SchemaComparer(context).Compare(was["schema"], now["schema"], place with { IsText = !MediaTypeName.Of(now.Name).IsJson });
    }
}

/// <summary>The name of a media type: <c>application/problem+json; charset=utf-8</c>. Names and charsets are not case-sensitive.</summary>
internal sealed record MediaTypeName(string Type, string Parameters)
{
    public bool IsJson => Type == MediaTypeNames.Application.Json || Type.EndsWith("+json", StringComparison.Ordinal);

    public static MediaTypeName Of(string name)
    {
        if (!MediaTypeHeaderValue.TryParse(name, out var parsed) || parsed.MediaType is null)
            return new MediaTypeName(name.Trim().ToLowerInvariant(), "");
        var parameters = parsed.Parameters
            .Select(parameter => $"{parameter.Name.ToLowerInvariant()}={ValueOf(parameter)}")
            .Order(StringComparer.Ordinal);
        return new MediaTypeName(parsed.MediaType.ToLowerInvariant(), string.Join(';', parameters));
    }

    /// <summary>Returns whether every value of this type is a value of the other: <c>application/problem+json</c> is <c>application/json</c>.</summary>
    public bool Specializes(MediaTypeName other)
    {
        var plus = Type.LastIndexOf('+');
        return plus >= 0 && other.Type == $"{Type[..Type.IndexOf('/', StringComparison.Ordinal)]}/{Type[(plus + 1)..]}";
    }

    private static string ValueOf(NameValueHeaderValue parameter)
    {
        var value = parameter.Value?.Trim('"') ?? "";
        return parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase) ? value.ToLowerInvariant() : value;
    }
}
