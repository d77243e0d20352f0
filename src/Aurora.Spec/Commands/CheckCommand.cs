namespace Aurora.Spec.Commands;

/// <summary><c>check</c>: checks that the committed files match each other.</summary>
internal static class CheckCommand
{
    /// <summary>The checks in the order of the report: a finding of one can be the cause of the findings after it.</summary>
    public static IReadOnlyList<ICheck> All { get; } =
        [new GeneratedCodeCheck(), new ConstantsCheck(), new PublicApiCheck(), new ChangelogCheck(), new VersionCheck()];

    public static Command Create(SpecConsole console)
    {
        var command = new Command("check", "Check that code, constants, changelog and version match.");
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

    /// <summary>Runs one check. A check that cannot run is a finding, so that the other checks still run.</summary>
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
            console.Output.WriteLine($"       Fix: {finding.Fix.Replace("\n", "\n       ", StringComparison.Ordinal)}");
        }
    }
}
