namespace Aurora.Spec;

/// <summary>What the tool tells the shell. Scripts rely on the numbers; <c>--help</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing was found that the caller asked to be told of.</summary>
    public const int Done = 0;

    /// <summary>A finding: a difference of the level that <c>--fail-on</c> names, or something that <c>api</c> or <c>check</c> refuses.</summary>
    public const int Found = 1;

    /// <summary>The command line or a document is at fault. Nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C, as shells report it: 128 + SIGINT. Nothing was written.</summary>
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0    done
          1    found: a difference that --fail-on names, or something that api or check refuses
          2    the command line or a document is at fault; nothing was written
          130  interrupted; nothing was written
        """;
}
