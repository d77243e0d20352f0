using System.Diagnostics;

namespace Aurora.TestKit;

/// <summary>One run of NSwag with the settings and templates of the repository on another document.</summary>
internal sealed record NSwagRun(int ExitCode, string Output, string Directory)
{
    public string ReadFile(string name) => File.ReadAllText(Path.Combine(Directory, name));

    public static NSwagRun On(string document)
    {
        var output = System.IO.Directory.CreateTempSubdirectory("aurora-generated-").FullName;
        var start = new ProcessStartInfo("dotnet", [TestRepository.Metadata("NSwag"), "run", "nswag.json", $"/variables:Document={document},Output={output}"])
        {
            WorkingDirectory = TestRepository.Root,
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
}
