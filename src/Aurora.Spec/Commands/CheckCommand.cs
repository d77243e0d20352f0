using System.CommandLine;
using Aurora.Spec.Checks;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Commands;

/// <summary><c>check</c>: whether what is committed is true.</summary>
internal static class CheckCommand
{
    /// <summary>In the order in which they are told: what is wrong first may be why the rest is.</summary>
    public static IReadOnlyList<ICheck> All { get; } =
        [new GeneratedCodeCheck(), new ConstantsCheck(), new PublicApiCheck(), new ChangelogCheck(), new VersionCheck()];

    public static Command Create(SpecConsole console)
    {
        var command = new Command("check", "Whether what is committed is true: the generated code, the constants, the public API, the changelog and the version.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var repository = Repository.Containing(console.WorkingDirectory);
            var code = ExitCode.Done;
            foreach (var check in All)
            {
                var result = await RunAsync(check, repository, cancellationToken);
                Tell(check, result, console);
                if (result.Findings.Count > 0)
                    code = ExitCode.Found;
            }

            return code;
        });
        return command;
    }

    /// <summary>Runs one check. That it cannot be found out is a finding too, and no reason to leave the other checks out.</summary>
    public static async Task<CheckResult> RunAsync(ICheck check, Repository repository, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(repository, cancellationToken);
        }
        catch (SpecException exception)
        {
            return new CheckResult([new CheckFinding(exception.Lines[0], string.Join("\n", exception.Lines.Skip(1)))]);
        }
    }

    private static void Tell(ICheck check, CheckResult result, SpecConsole console)
    {
        if (result.Findings.Count == 0)
            console.Output.WriteLine($"ok     {check.Name}{(result.Note is null ? "" : $": {result.Note}")}");
        foreach (var finding in result.Findings)
        {
            console.Output.WriteLine($"wrong  {check.Name}: {finding.What}");
            console.Output.WriteLine($"       Mend it: {finding.Mend.Replace("\n", "\n       ", StringComparison.Ordinal)}");
        }
    }
}
