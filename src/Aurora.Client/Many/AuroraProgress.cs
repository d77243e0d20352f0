namespace Aurora.Client;

/// <summary>How far a call over many ids has come.</summary>
/// <param name="Videos">Videos read.</param>
/// <param name="Missing">Ids that the account does not have.</param>
/// <param name="Requests">Requests answered.</param>
/// <param name="TotalRequests">Requests that the call makes in all, retries aside.</param>
public readonly record struct AuroraProgress(int Videos, int Missing, int Requests, int TotalRequests);
