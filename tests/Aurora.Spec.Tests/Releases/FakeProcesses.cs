using Aurora.Spec.Processes;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Plays the programs that a release runs, and keeps which it was asked for.</summary>
internal sealed class FakeProcesses(Action pack) : IProcessRunner
{
    private readonly Dictionary<string, Func<ProcessResult>> _answers = [];

    public List<ChildProcess> Children { get; } = [];

    /// <summary>The commands of <c>dotnet</c>, by their names.</summary>
    public IEnumerable<string> Commands => Children.Where(child => child.Program == "dotnet").Select(NameOf);

    /// <summary>What git says about files that are not as they are committed.</summary>
    public string Status { get; set; } = "";

    /// <summary>The commit that is checked out; null for none.</summary>
    public string? Head { get; set; } = "c0ffee";

    /// <summary>Lets a command end in another way than well.</summary>
    public void Answer(string command, Func<ProcessResult> answer) => _answers[command] = answer;

    public Task<ProcessResult> RunAsync(ChildProcess child, Action<string> onLine, CancellationToken cancellationToken)
    {
        Children.Add(child);
        var result = _answers.TryGetValue(NameOf(child), out var answer) ? answer() : NameOf(child) switch
        {
            "rev-parse" => Head is null ? new ProcessResult(128, "fatal: Needed a single revision") : new ProcessResult(0, $"{Head}\n"),
            "status" => new ProcessResult(0, Status),
            "pack" => Packed(),
            _ => new ProcessResult(0, ""),
        };
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var line in result.Output.Split('\n'))
            onLine(line);
        return Task.FromResult(result);
    }

    private static string NameOf(ChildProcess child) => child.Arguments[^1] == "check" ? "check" : child.Arguments[0];

    private ProcessResult Packed()
    {
        pack();
        return new ProcessResult(0, "");
    }
}
