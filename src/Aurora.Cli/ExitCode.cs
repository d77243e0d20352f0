namespace Aurora.Cli;

/// <summary>What the tool tells the shell. Scripts rely on the numbers; <c>aurora --help</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>All that was asked for has been done.</summary>
    public const int Done = 0;

    /// <summary>The thing asked for failed, only a part of it could be had, or a check found drift.</summary>
    public const int Failed = 1;

    /// <summary>The command line, an id, the address or the environment is at fault. Nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>The API refused the keys (401) or what they allow (403).</summary>
    public const int Authentication = 3;

    /// <summary>The API could not be reached, took too long, or answered with an error or with something unreadable.</summary>
    public const int Network = 4;

    /// <summary>Ctrl+C, as shells report it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0    done
          1    what was asked for failed, a part of it was not found, or a check found drift
          2    usage: the command line, an id, the address or a missing key
          3    authentication: the API refused the keys
          4    network or server: no answer, or an error
          130  interrupted
        """;
}
