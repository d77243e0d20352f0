namespace Aurora.Cli.Files;

/// <summary>Reads the files that options specify, on another thread, because a read cannot be canceled.</summary>
internal static class InputFile
{
    /// <param name="console">Provides standard input for the path <c>-</c>, or null if the option does not support it.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(string path, string option, ToolConsole? console, CancellationToken cancellationToken)
    {
        try
        {
            return path == "-" && console is not null
                ? await console.ReadInputAsync(input => input.ReadToEnd(), cancellationToken)
                : await Task.Run(() => File.ReadAllText(path), CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"The file for {option} cannot be read: {exception.Message}");
        }
    }
}
