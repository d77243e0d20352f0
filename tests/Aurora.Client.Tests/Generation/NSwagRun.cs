using System.Diagnostics;
using System.Reflection;

namespace Aurora.Client.Tests.Generation;

/// <summary>One run of NSwag with the settings and templates of the repository on another document.</summary>
internal sealed record NSwagRun(int ExitCode, string Output, string Directory)
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public string ReadFile(string name) => File.ReadAllText(Path.Combine(Directory, name));

    public static NSwagRun On(string document)
    {
        var output = System.IO.Directory.CreateTempSubdirectory("aurora-generated-").FullName;
        var start = new ProcessStartInfo("dotnet", [Metadata("NSwag"), "run", "nswag.json", $"/variables:Document={document},Output={output}"])
        {
            WorkingDirectory = RepositoryRoot,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return new NSwagRun(process.ExitCode, text, output);
    }

    /// <summary>Runs NSwag on a document in memory, which must succeed.</summary>
    public static NSwagRun OnText(string document)
    {
        Assert.That(document, Is.Not.Empty);
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("aurora-document-").FullName, "aurora.yaml");
        File.WriteAllText(file, document);
        var run = On(file);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        return run;
    }

    private static string Metadata(string key) =>
        typeof(NSwagRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
