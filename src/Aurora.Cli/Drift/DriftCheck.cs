using System.Net;
using Aurora.Client;

namespace Aurora.Cli.Drift;

/// <summary>
/// Asks the API twice: for the whole account, in which every value is held against the document; and for one of its videos, in
/// an order, to see that it still understands what it is asked.
/// </summary>
internal sealed class DriftCheck(IAuroraClient client, DriftCounter counter)
{
    private const string NotUnderstood = "request";

    // What a server says of the request, and not of the caller's keys, its haste, or itself.
    private static readonly HttpStatusCode[] OfTheCaller =
        [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests];

    public long Videos { get; private set; }

    /// <returns>What departs from the document.</returns>
    public async Task<IReadOnlyList<DriftRow>> RunAsync(CancellationToken cancellationToken)
    {
        Guid? one = null;
        await foreach (var video in client.StreamAsync(cancellationToken: cancellationToken))
        {
            Videos++;
            if (one is null && video.Id != Guid.Empty)
                one = video.Id;
        }

        // What the second answer holds has been counted in the first.
        counter.Dispose();
        var rows = counter.Rows;
        return one is { } id && await AskForAsync(id, cancellationToken) is { } row ? [.. rows, row] : rows;
    }

    private async Task<DriftRow?> AskForAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var videos = await client.ListAsync([id], AuroraOrdering.CreatedAt.Descending(), cancellationToken);
            return videos is [{ Id: var found }] && found == id
                ? null
                : new DriftRow(NotUnderstood, "ids", 1, $"{videos.Count} videos for 1 id");
        }
        catch (AuroraApiException exception) when (exception.StatusCode is { } status && (int)status is >= 400 and < 500 && !OfTheCaller.Contains(status))
        {
            return new DriftRow(NotUnderstood, "ids, ordering", 1, $"status {(int)status}");
        }
    }
}
