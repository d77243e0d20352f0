namespace Aurora.Spec;

/// <summary>What the tool tells the shell. Scripts rely on the numbers; <c>--help</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing was found that the caller asked to be told of.</summary>
    public const int Done = 0;

    /// <summary>A finding: a difference of the level that <c>--fail-on</c> names, something that <c>api</c> or <c>check</c> refuses, or a
    /// release that failed on its way, which says what was pushed.</summary>
    public const int Found = 1;

    /// <summary>The command line, a variable, a document or the working copy is at fault. Nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C, as shells report it: 128 + SIGINT. Nothing was written, but what a release says that it pushed.</summary>
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0    done
          1    found: a difference that --fail-on names, something that api or check refuses, or a release that failed on
               its way, which says what was pushed
          2    the command line, a variable, a document or the working copy is at fault; nothing was written
          130  interrupted; nothing was written, but what a release says that it pushed
        """;
}
