using Aurora.Spec.Terminals;

namespace Aurora.Spec.Releases.Steps;

/// <summary>Records what was released, so that the next version is measured against it, and says what is left.</summary>
internal sealed class RecordStep(SpecConsole console) : IReleaseStep
{
    public string Title => $"Recording {Baseline.Folder}";

    public Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        try
        {
            Baseline.Record(release.Repository);
        }
        catch (SpecException exception)
        {
            throw new ReleaseException([.. exception.Lines, $"{release.Report.Summary} Only the record is missing: {Repository.ToolCommand} baseline"]);
        }

        console.Error.WriteLine("Left to do:");
        console.Error.WriteLine($"  git add {Baseline.Folder} && git commit -m \"Record the release of {release.Version}\"");
        console.Error.WriteLine($"  git tag v{release.Version} {release.Commit!.Id}");
        return Task.CompletedTask;
    }
}
