namespace Aurora.Client;

/// <summary>The messages of an error response, in general and about single fields, in the order of the response.</summary>
internal sealed class ErrorText
{
    public const int MaxLength = 1000;

    private const int MaxNameLength = 200;
    private const int MaxMessages = 200;

    private readonly List<string> _general = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _fields = new(StringComparer.Ordinal);
    private int _messages;

    /// <summary>Gets the messages by the flattened name of the field, such as <c>items[1].name</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields => _fields;

    /// <summary>Gets all messages on one line, or null without a message.</summary>
    public string? Detail
    {
        get
        {
            var text = Join([.. _general, .. _fields.Select(pair => $"{pair.Key}: {Join(pair.Value)}")]);
            return text.Length == 0 ? null : PrintableText.Of(text, MaxLength);
        }
    }

    /// <summary>Adds a message.</summary>
    /// <param name="name">The flattened name of the field, or an empty string for the request as a whole.</param>
    /// <param name="message">The text; a blank one is ignored.</param>
    public void Add(string name, string message)
    {
        var text = PrintableText.Of(message.Trim(), MaxLength);
        if (text.Length == 0 || ++_messages > MaxMessages)
            return;
        if (name.Length == 0)
        {
            _general.Add(text);
            return;
        }

        var field = PrintableText.Of(name, MaxNameLength);
        _fields[field] = _fields.TryGetValue(field, out var earlier) ? [.. earlier, text] : [text];
    }

    // "No credit" and "Your balance is 30." are two sentences.
    private static string Join(IReadOnlyList<string> texts) => string.Join(" ", texts.Select((text, i) =>
        i + 1 < texts.Count && char.IsLetterOrDigit(text[text.Length - 1]) && texts[i + 1][0] != '(' ? text + "." : text));
}
