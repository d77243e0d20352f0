using System.Text;

namespace Aurora.Client;

/// <summary>A property that the document names.</summary>
internal sealed class JsonPropertyName(string text, bool isRequired)
{
    public string Text { get; } = text;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    public bool IsRequired { get; } = isRequired;
}
