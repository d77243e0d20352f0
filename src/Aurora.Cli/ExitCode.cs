namespace Aurora.Cli;

/// <summary>The exit codes of the tool. <c>aurora --help</c> lists them, and scripts rely on their values.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command failed, its result is incomplete, or a check found drift.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the environment is not valid. No request was sent.</summary>
    public const int Usage = 2;

    /// <summary>The API rejected the keys (401) or denied access (403).</summary>
    public const int Authentication = 3;

    /// <summary>The API could not be reached, did not respond in time, or returned an error or an unreadable response.</summary>
    public const int Network = 4;

    /// <summary>Ctrl+C was pressed. The value is the one that shells use: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0    The command succeeded.
          1    A video or download failed, an id was not found, or drift was found.
          2    The command line, an id or the address is invalid, or a key is missing.
          3    The API rejected the keys.
          4    The network or the server failed.
          130  The command was interrupted.
        """;
}
