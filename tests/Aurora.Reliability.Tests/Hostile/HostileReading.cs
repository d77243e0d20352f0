using Aurora.Client;
using Aurora.Reliability.Tests.Faults;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>Reads hostile documents with the client over a socket.</summary>
internal static class HostileReading
{
    // Stops reading endless documents.
    private const int MaxVideos = 200_000;

    public static Task<string> ListAsync(HostileDocument document) =>
        ReadAsync(document, async aurora => $"read {(await aurora.ListAsync()).Count}");

    public static Task<string> StreamAsync(HostileDocument document) => ReadAsync(document, async aurora =>
    {
        var count = 0;
        await foreach (var _ in aurora.StreamAsync())
        {
            if (++count == MaxVideos)
                return "still reading";
        }

        return $"read {count}";
    });

    private static async Task<string> ReadAsync(HostileDocument document, Func<AuroraClient, Task<string>> readAsync)
    {
        using var server = RawConnection.Serve(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(RawResponse.Head("200 OK", RawResponse.Json));
            foreach (var piece in document.Pieces())
                await connection.SendAsync(piece);
            connection.Close();
        });
        var drift = new SortedSet<string>(StringComparer.Ordinal);
        using var aurora = AuroraClient.Create(new AuroraClientOptions
        {
            ApiId = "an-id",
            ApiKey = "a-key",
            BaseAddress = server.Address,
            // What counts is the outcome, however slow the machine is.
            Timeout = TimeSpan.FromMinutes(10),
            AttemptTimeout = TimeSpan.FromMinutes(10),
            MaxVideoBytes = document.MaxVideoBytes,
            MaxResponseBytes = document.MaxResponseBytes,
            OnSchemaDrift = found =>
            {
                // The documents are short, so almost all properties are missing.
                if (found.Kind != SchemaDriftKind.Missing)
                    drift.Add(found.Kind.ToString());
            },
        });
        try
        {
            var read = await readAsync(aurora);
            return drift.Count == 0 || read == "still reading" ? read : $"{read} ({string.Join(", ", drift)})";
        }
        catch (AuroraApiException exception)
        {
            return exception.Kind.ToString();
        }
    }
}
