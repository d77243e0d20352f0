using System.Text.Json;

namespace Aurora.Client;

/// <summary>
/// Reads one value: from its first token, on which <paramref name="reader"/> stands, to its last. False when the value does
/// not fit, which has been reported then.
/// </summary>
internal delegate bool JsonRead<T>(ref Utf8JsonReader reader, ReadContext context, out T value);
