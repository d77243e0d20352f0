using System.Diagnostics;
using System.Reflection;
using System.Text;
using Aurora.Spec;
using Aurora.Spec.Documents;
using Aurora.Spec.Generation;

namespace Aurora.TestKit;

/// <summary>The repository from which these tests were built.</summary>
public static class TestRepository
{
    public static string Root { get; } = typeof(TestRepository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Document { get; } = Path.Combine(Root, "openapi", "aurora.yaml");

    /// <summary>The vendor's page, which contains that document.</summary>
    public static string Page { get; } = Path.Combine(Root, "tests", "Aurora.Spec.Tests", "Sources", "Pages", "get-aurora.md");

    /// <summary>The document from which the client is generated.</summary>
    public static string DocumentText { get; } = File.ReadAllText(Document);

    /// <summary>Returns the paths of all files that are committed or could be, with uncommitted changes.</summary>
    public static IReadOnlyList<string> Files()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, "git ls-files");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];
    }

    /// <summary>Generates the client of another document with the settings and the templates of the repository.</summary>
    /// <returns>The files by their names.</returns>
    public static IReadOnlyDictionary<string, string> Generate(string document)
    {
        var client = GeneratedClient.CreateAsync(new Repository(Root), SpecDocument.Parse("aurora.yaml", document), CancellationToken.None).GetAwaiter().GetResult();
        return client.Files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value));
    }

    /// <summary>Copies files of the repository to the same paths in another folder.</summary>
    public static void Copy(IEnumerable<string> files, string folder)
    {
        foreach (var file in files)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Root, file), target);
        }
    }
}
