namespace Aurora.Packaging.Tests;

/// <summary>Where everything stands that a run of these tests makes; it goes when the run ends.</summary>
[SetUpFixture]
internal sealed class TestRunFolder
{
    private static readonly Lazy<string> Root = new(() => Directory.CreateTempSubdirectory("aurora-packaging-").FullName);

    /// <summary>A new folder of this name.</summary>
    public static string Create(string name) => Directory.CreateDirectory(Path.Combine(Root.Value, name)).FullName;

    [OneTimeTearDown]
    public void Remove()
    {
        if (Root.IsValueCreated)
            Directory.Delete(Root.Value, recursive: true);
    }
}
