using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Reads one value. The reader is at its first token before, and at its last token after the call. Returns false if the value does
/// not match the document, and reports that.
/// </summary>
internal delegate bool JsonRead<T>(ref Utf8JsonReader reader, ReadContext context, out T value);
