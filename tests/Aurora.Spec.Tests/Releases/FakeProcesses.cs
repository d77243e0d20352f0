using Aurora.Spec.Processes;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Replaces the programs that a release runs.</summary>
/// <param name="pack">Writes the packages to the folder.</param>
internal sealed class FakeProcesses(Action<string> pack) : IProcessRunner
{
    private readonly Dictionary<string, Func<ProcessResult>> _answers = [];

    public List<ChildProcess> Children { get; } = [];

    /// <summary>Gets the commands of <c>dotnet</c>, and <c>.ci/run</c>.</summary>
    public string[] Commands => [.. Children.Where(child => child.Program != "git").Select(child => child.Arguments[0])];

    /// <summary>Gets or sets what <c>git status</c> prints.</summary>
    public string Status { get; set; } = "";

    /// <summary>Gets or sets the commit that is checked out, or null for none.</summary>
    public string? Head { get; set; } = "c0ffee";

    /// <summary>Replaces the result of a command.</summary>
    public void Answer(string command, Func<ProcessResult> answer) => _answers[command] = answer;

    public Task<ProcessResult> RunAsync(ChildProcess child, Action<string> onLine, CancellationToken cancellationToken)
    {
        Children.Add(child);
        if (child.Arguments[0] == "pack")
            pack(child.Arguments[Array.IndexOf([.. child.Arguments], "-o") + 1]);
        var result = _answers.TryGetValue(child.Arguments[0], out var answer) ? answer() : child.Arguments[0] switch
        {
            "rev-parse" => Head is null ? new ProcessResult(128, "fatal: Needed a single revision") : new ProcessResult(0, $"{Head}\n"),
            "status" => new ProcessResult(0, Status),
            _ => new ProcessResult(0, ""),
        };
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var line in result.Output.Split('\n'))
            onLine(line);
        return Task.FromResult(result);
    }
}
