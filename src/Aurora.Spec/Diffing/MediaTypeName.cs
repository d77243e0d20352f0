using System.Net.Http.Headers;
using System.Net.Mime;

namespace Aurora.Spec.Diffing;

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
