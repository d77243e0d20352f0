namespace Aurora.Packaging.Tests;

/// <summary>A temporary folder for all files of a test run. It is deleted at the end of the run.</summary>
[SetUpFixture]
internal sealed class TestRunFolder
{
    private static readonly Lazy<string> Root = new(() => Directory.CreateTempSubdirectory("aurora-packaging-").FullName);

    /// <summary>Creates a folder.</summary>
    public static string Create(string name) => Directory.CreateDirectory(Path.Combine(Root.Value, name)).FullName;

    [OneTimeTearDown]
    public void Remove()
    {
        if (Root.IsValueCreated)
            Directory.Delete(Root.Value, recursive: true);
    }
}
