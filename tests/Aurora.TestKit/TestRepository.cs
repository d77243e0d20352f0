using System.Diagnostics;
using System.Reflection;

namespace Aurora.TestKit;

/// <summary>The repository from which these tests were built.</summary>
public static class TestRepository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Document { get; } = Path.Combine(Root, "openapi", "aurora.yaml");

    /// <summary>The vendor's page, which contains that document.</summary>
    public static string Page { get; } = Path.Combine(Root, "tests", "Aurora.Spec.Tests", "Sources", "Pages", "get-aurora.md");

    /// <summary>The document from which the client is generated.</summary>
    public static string DocumentText { get; } = File.ReadAllText(Document);

    public static string Metadata(string key) =>
        typeof(TestRepository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    /// <summary>Returns the paths of all files that are committed or could be, with uncommitted changes.</summary>
    public static IReadOnlyList<string> Files()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, "git ls-files");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];
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
