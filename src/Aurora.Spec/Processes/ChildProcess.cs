namespace Aurora.Spec.Processes;

/// <summary>A program to run.</summary>
/// <param name="Program">Its name, as a shell would find it.</param>
/// <param name="Arguments">Each as it is: no shell reads them.</param>
/// <param name="WorkingDirectory">Where it runs.</param>
internal sealed record ChildProcess(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>What it finds in its environment, beside what is in the tool's own; null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>As a person would write it.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program));
}
