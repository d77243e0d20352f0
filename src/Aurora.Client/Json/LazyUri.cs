using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// An address that is created from its text on first use. Creating it costs more than reading the rest of a video, and most
/// callers use only one or two addresses.
/// </summary>
internal struct LazyUri
{
    // The address, its text, or the bytes of its text, which take half of the memory of a string. Two threads can create equal addresses at the same
    // time, and one of them is kept.
    private object? _value;

    public LazyUri(Uri? value) => _value = value;

    private LazyUri(object text) => _value = text;

    /// <summary>Creates it from a text that <see cref="AddressText"/> has recognized, so that it is ASCII and cannot fail later.</summary>
    public static LazyUri OfPlain(string text) => new(text);

    /// <inheritdoc cref="OfPlain(string)"/>
    public static LazyUri OfPlain(byte[] text) => new(text);

    public Uri? Value
    {
        get
        {
            if ((_value is byte[] bytes ? Encoding.ASCII.GetString(bytes) : _value as string) is { } text)
                _value = new Uri(text, UriKind.Absolute);
            return (Uri?)_value;
        }
    }

    /// <summary>Writes the unchanged text.</summary>
    public readonly void WriteTo(Utf8JsonWriter writer, JsonEncodedText name)
    {
        if (_value is byte[] bytes)
            writer.WriteString(name, bytes);
        else
            writer.WriteString(name, _value as string ?? ((Uri?)_value)?.OriginalString);
    }
}
