namespace Aurora.Client;

/// <summary>The progress of a download.</summary>
/// <param name="Bytes">The number of bytes that have been written, including those of an earlier call that this one resumes.</param>
/// <param name="TotalBytes">The size of the file in bytes; null when the server does not state it.</param>
public readonly record struct AuroraDownloadProgress(long Bytes, long? TotalBytes);
