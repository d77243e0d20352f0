namespace Aurora.Client;

/// <summary>
/// An address that is made of its text when somebody asks for it. To make one costs more than to read all else of a video, and most
/// callers look at one or two.
/// </summary>
internal struct LazyUri
{
    // The address, or its text. Two threads that ask at once make two equal ones, and one stays.
    private object? _value;

    public LazyUri(Uri? value) => _value = value;

    private LazyUri(string text) => _value = text;

    /// <summary>Of an <see cref="AddressText"/> that is plain, which can fail no more.</summary>
    public static LazyUri OfPlain(string text) => new(text);

    /// <summary>The text, as it came.</summary>
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
