namespace Aurora.Client;

/// <summary>Converts <c>format: uri</c>. Text that is not an absolute URL becomes a relative one.</summary>
internal sealed class UriTextConverter() : TextConverter<Uri>("a URL")
{
    protected override bool TryRead(string text, out Uri? value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);

    protected override string Write(Uri value) => value.OriginalString;
}
