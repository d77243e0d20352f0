namespace Aurora.Client;

/// <summary>The document's <c>format: uri</c>; a text that is no absolute URL is kept as a relative one.</summary>
internal sealed class UriTextConverter() : TextConverter<Uri>("a URL")
{
    protected override bool TryRead(string text, out Uri? value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);

    protected override string Write(Uri value) => value.OriginalString;
}
