namespace Aurora.Client;

/// <summary>The progress of a call that gets many videos by their ids.</summary>
/// <param name="Videos">The number of videos read so far.</param>
/// <param name="MissingIds">The number of ids, so far, that the account does not have.</param>
/// <param name="CompletedRequests">The number of requests that have completed.</param>
/// <param name="TotalRequests">The number of requests that the call makes, not counting retries.</param>
public readonly record struct AuroraBatchProgress(int Videos, int MissingIds, int CompletedRequests, int TotalRequests);
