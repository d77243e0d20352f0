namespace Aurora.Cli.Downloads;

/// <summary>A file to fetch.</summary>
/// <param name="Id">Of which video.</param>
/// <param name="Address">From where, as the API says it.</param>
/// <param name="Name">Where to, below the folder.</param>
internal sealed record PlannedFile(Guid Id, string Address, string Name);
