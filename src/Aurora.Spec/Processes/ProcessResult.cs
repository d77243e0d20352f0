namespace Aurora.Spec.Processes;

/// <param name="ExitCode">0 for a success.</param>
/// <param name="Output">What it printed on standard output, and then on standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output);
