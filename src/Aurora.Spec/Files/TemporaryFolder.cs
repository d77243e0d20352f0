namespace Aurora.Spec.Files;

/// <summary>A folder of its own that goes when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aurora-spec-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
