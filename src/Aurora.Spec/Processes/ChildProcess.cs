namespace Aurora.Spec.Processes;

/// <summary>A program to run.</summary>
/// <param name="Program">The name or the path of the program.</param>
/// <param name="Arguments">The arguments without quotes, because no shell parses them.</param>
/// <param name="WorkingDirectory">The working directory.</param>
internal sealed record ChildProcess(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Environment variables that are added to those of the tool. A null value removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Returns the command line for a message.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program));
}
