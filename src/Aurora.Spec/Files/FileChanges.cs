namespace Aurora.Spec.Files;

/// <summary>Writes several files, or none of them.</summary>
internal sealed class FileChanges
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    /// <summary>Whether existing files are replaced. If not, an existing file is an error.</summary>
    public bool ReplacesFiles { get; init; } = true;

    public void Add(string path, byte[] content) => _contents[path] = content;

    /// <summary>Writes each file next to its place, and then moves all of them. If one fails, the files stay as they were.</summary>
    public void Write()
    {
        var written = new List<(string Path, byte[]? Before)>();
        try
        {
            foreach (var (path, content) in _contents)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(NewFile(path), content);
            }

            foreach (var path in _contents.Keys)
            {
                var before = File.Exists(path) ? File.ReadAllBytes(path) : null;
                File.Move(NewFile(path), path, ReplacesFiles);
                written.Add((path, before));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            foreach (var (path, before) in written)
                Restore(path, before);
            throw new SpecException($"The files could not be written: {exception.Message}", "Nothing was changed. Fix the cause, and run the command again.");
        }
        finally
        {
            foreach (var path in _contents.Keys.Select(NewFile).Where(File.Exists))
                File.Delete(path);
        }
    }

    private static string NewFile(string path) => path + ".new";

    private static void Restore(string path, byte[]? before)
    {
        if (before is not null)
            File.WriteAllBytes(path, before);
        else if (File.Exists(path))
            File.Delete(path);
    }
}
