namespace Aurora.Spec.Files;

/// <summary>A new temporary folder, which is deleted when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aurora-spec-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
