using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Packing;

/// <summary>The repository as it is in the working tree, in another folder, with its history.</summary>
internal static class RepositoryCopy
{
    /// <param name="folder">An empty folder.</param>
    public static async Task MakeAsync(string folder)
    {
        // A checkout would be work for nothing: the working tree's own files follow.
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
