namespace Aurora.Spec;

/// <summary>The exit codes of the tool. Scripts depend on them, and <c>--help</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Done = 0;

    /// <summary><c>--fail-on</c> matched a difference, <c>api</c> or <c>check</c> found a problem, or a release failed and printed what it
    /// had pushed.</summary>
    public const int Found = 1;

    /// <summary>The command line, a variable, a document or the working copy is invalid. Nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C: 128 + SIGINT, as in shells. Nothing was written, except what a release printed as pushed.</summary>
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0    success
          1    --fail-on matched a difference, api or check found a problem, or a release failed
          2    the command line, a variable, a document or the working copy is invalid; nothing was written
          130  interrupted; nothing was written, except what a release printed as pushed
        """;
}
