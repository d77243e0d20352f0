namespace Aurora.Cli.Files;

/// <summary>Reads the files that options specify, on another thread, because a read cannot be canceled.</summary>
internal static class InputFile
{
    /// <summary>Reads a file, or standard input if the path is <c>-</c>.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static Task<string> ReadAsync(string path, string option, ToolConsole console, CancellationToken cancellationToken) => path == "-"
        ? OrUsageAsync(console.ReadInputAsync(input => input.ReadToEnd(), cancellationToken), option)
        : ReadAsync(path, option, cancellationToken);

    public static Task<string> ReadAsync(string path, string option, CancellationToken cancellationToken) =>
        OrUsageAsync(Task.Run(() => File.ReadAllText(path), CancellationToken.None).WaitAsync(cancellationToken), option);

    private static async Task<string> OrUsageAsync(Task<string> reading, string option)
    {
        try
        {
            return await reading;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"The file for {option} cannot be read: {exception.Message}");
        }
    }
}
