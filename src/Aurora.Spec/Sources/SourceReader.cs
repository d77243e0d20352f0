using Aurora.Spec.Documents;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Sources;

/// <summary>
/// Reads a document from a file, an address, or standard input (<c>-</c>). The content decides whether the source is the document
/// itself or the vendor's page with the document in a fenced block.
/// </summary>
/// <remarks>The document stays unchanged, except that a byte order mark is removed and that lines end in LF.</remarks>
internal sealed class SourceReader(HttpMessageHandler? handler = null, TimeProvider? time = null)
{
    private const string StandardInput = "standard input";

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <exception cref="SpecException">The source contains no valid document. The message says why.</exception>
    public async Task<SpecDocument> ReadAsync(string source, SpecConsole console, CancellationToken cancellationToken)
    {
        var (name, bytes) = source switch
        {
            "-" => (StandardInput, await BoundedBytes.ReadAsync(StandardInput, console.Input, cancellationToken)),
            _ when source.Contains("://", StringComparison.Ordinal) => await FromAddressAsync(SourceAddress.Parse(source), cancellationToken),
            _ => (source, await SourceFile.ReadAsync(source, cancellationToken)),
        };
        return await DocumentFinder.FindAsync(name, SourceText.Decode(name, bytes), _time, cancellationToken);
    }

    private async Task<(string Name, ArraySegment<byte> Bytes)> FromAddressAsync(Uri address, CancellationToken cancellationToken)
    {
        using var download = new Download(handler, _time);
        return (SourceAddress.NameOf(address), await download.ReadAsync(address, cancellationToken));
    }
}
