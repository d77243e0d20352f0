namespace Aurora.Spec.Processes;

/// <param name="ExitCode">The exit code, which is 0 for success.</param>
/// <param name="Output">The text of standard output, followed by that of standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output);
