using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Packing;

/// <summary>Copies the repository, including its history and uncommitted changes.</summary>
internal static class RepositoryCopy
{
    /// <param name="folder">An empty folder.</param>
    public static async Task MakeAsync(string folder)
    {
        // A checkout is not needed, because the files of the working tree are copied.
        (await ChildProcess.RunAsync("git", TestRepository.Root, "clone", "--quiet", "--no-checkout", TestRepository.Root, folder)).Succeeded("git clone");
        TestRepository.Copy(TestRepository.Files(), folder);
    }
}
