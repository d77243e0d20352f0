namespace Aurora.Spec.Processes;

/// <summary>Runs other programs.</summary>
internal interface IProcessRunner
{
    /// <summary>Runs one to its end. Interrupted, it ends it, with the programs that it started.</summary>
    /// <param name="child">The program.</param>
    /// <param name="onLine">Gets every line as it is printed.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="SpecException">There is no such program.</exception>
    Task<ProcessResult> RunAsync(ChildProcess child, Action<string> onLine, CancellationToken cancellationToken);
}
