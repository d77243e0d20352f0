using System.Text;
using Aurora.Client;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>A document that nobody sends by mistake.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pieces">Its bytes, made while they are sent.</param>
/// <param name="List">What the documentation says that a list makes of it.</param>
internal sealed record HostileDocument(string Name, Func<IEnumerable<ReadOnlyMemory<byte>>> Pieces, string List)
{
    private const int MiB = 1024 * 1024;

    /// <summary>What a stream makes of it; the same as a list, unless it says otherwise.</summary>
    public string Stream { get; init; } = List;

    /// <summary>The largest single video that the client reads.</summary>
    public int MaxVideoBytes { get; init; } = new AuroraClientOptions().MaxVideoBytes;

    /// <summary>The largest list that the client reads.</summary>
    public int MaxResponseBytes { get; init; } = new AuroraClientOptions().MaxResponseBytes;

    /// <summary>How large the heap may become, in MiB: as a rule, for the largest video that the options allow, its buffer and its texts.</summary>
    public int HeapMiB { get; init; } = 64;

    public HostileDocument(string name, string text, string list)
        : this(name, Encoding.UTF8.GetBytes(text), list)
    {
    }

    public HostileDocument(string name, byte[] bytes, string list)
        : this(name, () => [bytes], list)
    {
    }

    /// <summary>The middle over and over, between a beginning and an end.</summary>
    public static HostileDocument Of(string name, string start, string middle, long bytes, string end, string list) => new(name, () => Repeat(start, middle, bytes, end), list);

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
