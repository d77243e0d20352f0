namespace Aurora.Spec.Commands;

/// <summary><c>api</c>: shows and accepts changes of the public API.</summary>
internal static class ApiCommand
{
    public static Command Create(SpecConsole console)
    {
        var accept = new Option<bool>("--accept") { Description = "Write the current public API to the approved files." };
        var noBuild = new Option<bool>("--no-build") { Description = "Use the packages from the last build." };
        var command = new Command("api", "Show how the public API differs from the approved files.") { accept, noBuild };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var repository = Repository.Containing(console.WorkingDirectory);
            if (!parsed.GetValue(noBuild))
                await BuildAsync(repository, console, cancellationToken);
            var differences = ApiSnapshot.All.Select(snapshot => ApiComparison.Of(snapshot, repository)).Where(comparison => !comparison.IsSame).ToList();
            foreach (var comparison in differences)
                console.Output.WriteLine(comparison.Difference);
            if (parsed.GetValue(accept))
                return Accept(differences, repository, console);
            if (differences.Count == 0)
                return ExitCode.Done;
            console.Error.WriteLine($"To accept it, run: {ApiComparison.AcceptCommand}");
            return ExitCode.Found;
        });
        return command;
    }

    private static async Task BuildAsync(Repository repository, SpecConsole console, CancellationToken cancellationToken)
    {
        foreach (var project in ApiSnapshot.All.Select(snapshot => snapshot.Project).Distinct())
        {
            console.Error.WriteLine($"Building {project} ...");
            var result = await DotnetProcess.RunAsync(repository.Root, ["build", project, "-c", Repository.Configuration, "-nologo", "-v:q", "-p:RunAnalyzers=false"], cancellationToken);
            if (result.ExitCode != 0)
                throw new SpecException($"{project} does not build, so its public API cannot be read. Nothing was written.", result.Output.TrimEnd());
        }
    }

    private static int Accept(List<ApiComparison> differences, Repository repository, SpecConsole console)
    {
        var files = new FileChanges(repository);
        foreach (var comparison in differences)
            files.Add(comparison.Snapshot.ApprovedFile, comparison.Content);
        files.Write();
        foreach (var comparison in differences)
            console.Error.WriteLine($"Wrote {comparison.Snapshot.ApprovedFile}");
        return ExitCode.Done;
    }
}
