using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Packing;

/// <summary>Copies the repository, including its history and uncommitted changes.</summary>
internal static class RepositoryCopy
{
    /// <param name="folder">An empty folder.</param>
    public static async Task MakeAsync(string folder)
    {
        // A checkout is not needed, because the files of the working tree are copied.
        (await GitAsync("clone", "--quiet", "--no-checkout", Root, folder)).Succeeded("git clone");
        var files = (await GitAsync("ls-files", "-z", "--cached", "--others", "--exclude-standard")).Succeeded("git ls-files").Output;
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file))))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Root, file), target);
        }
    }

    private static string Root => Spec.Tests.TestRepository.Root;

    private static Task<ChildResult> GitAsync(params string[] arguments) => ChildProcess.RunAsync("git", Root, arguments);
}
