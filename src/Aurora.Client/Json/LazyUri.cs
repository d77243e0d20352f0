namespace Aurora.Client;

/// <summary>
/// An address that is created from its text on first use. Creating it costs more than reading the rest of a video, and most
/// callers use only one or two addresses.
/// </summary>
internal struct LazyUri
{
    // The address or its text. Two threads can create equal addresses at the same time, and one of them is kept.
    private object? _value;

    public LazyUri(Uri? value) => _value = value;

    private LazyUri(string text) => _value = text;

    /// <summary>Creates it from a text that <see cref="AddressText"/> has recognized, so that it cannot fail later.</summary>
    public static LazyUri OfPlain(string text) => new(text);

    /// <summary>The unchanged text.</summary>
    public readonly string? Text => _value as string ?? ((Uri?)_value)?.OriginalString;

    public Uri? Value
    {
        get
        {
            if (_value is string text)
                _value = new Uri(text, UriKind.Absolute);
            return (Uri?)_value;
        }
    }
}
