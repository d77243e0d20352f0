using System.Text;
using Aurora.Client;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>A document that is designed to exhaust or crash the client.</summary>
/// <param name="Name">The name.</param>
/// <param name="Pieces">Returns the bytes, created lazily.</param>
/// <param name="List">The documented outcome for a list.</param>
internal sealed record HostileDocument(string Name, Func<IEnumerable<ReadOnlyMemory<byte>>> Pieces, string List)
{
    private const int MiB = 1024 * 1024;

    /// <summary>Gets the documented outcome for a stream. Defaults to the outcome for a list.</summary>
    public string Stream { get; init; } = List;

    /// <summary>Gets the maximum size of a video.</summary>
    public int MaxVideoBytes { get; init; } = new AuroraClientOptions().MaxVideoBytes;

    /// <summary>Gets the maximum size of a list.</summary>
    public int MaxResponseBytes { get; init; } = new AuroraClientOptions().MaxResponseBytes;

    /// <summary>Gets the maximum size of the heap in MiB. It must be large enough for the largest video, its buffer and its text.</summary>
    public int HeapMiB { get; init; } = 64;

    public HostileDocument(string name, string text, string list)
        : this(name, Encoding.UTF8.GetBytes(text), list)
    {
    }

    public HostileDocument(string name, byte[] bytes, string list)
        : this(name, () => [bytes], list)
    {
    }

    /// <summary>Creates a document that repeats its middle part until it has the specified number of bytes.</summary>
    public static HostileDocument Of(string name, string start, string middle, long bytes, string end, string list) =>
        new(name, () => Repeat(start, middle, bytes, end), list);

    private static IEnumerable<ReadOnlyMemory<byte>> Repeat(string start, string middle, long bytes, string end)
    {
        var one = Encoding.UTF8.GetBytes(middle);
        var many = Enumerable.Repeat(one, MiB / 16 / one.Length + 1).SelectMany(piece => piece).ToArray();
        var count = bytes / one.Length;
        yield return Encoding.UTF8.GetBytes(start);
        for (; count * one.Length > many.Length; count -= many.Length / one.Length)
            yield return many;
        yield return many.AsMemory(0, (int)count * one.Length);
        yield return Encoding.UTF8.GetBytes(end);
    }
}
