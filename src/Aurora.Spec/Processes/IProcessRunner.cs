namespace Aurora.Spec.Processes;

/// <summary>Runs other programs.</summary>
internal interface IProcessRunner
{
    /// <summary>Runs a program and waits until it ends. Cancellation ends the program and its child processes.</summary>
    /// <param name="child">The program.</param>
    /// <param name="onLine">Is called for every line that the program prints.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="SpecException">The program does not exist.</exception>
    Task<ProcessResult> RunAsync(ChildProcess child, Action<string> onLine, CancellationToken cancellationToken);
}
