namespace Aurora.Spec.Files;

/// <summary>A new temporary folder. <c>Dispose</c> deletes it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aurora-spec-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
