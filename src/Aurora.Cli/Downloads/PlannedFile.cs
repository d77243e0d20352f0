namespace Aurora.Cli.Downloads;

/// <summary>A file to download.</summary>
/// <param name="Id">The id of the video.</param>
/// <param name="Address">The address that the API returned.</param>
/// <param name="Name">The path relative to the target folder.</param>
internal sealed record PlannedFile(Guid Id, string Address, string Name);
