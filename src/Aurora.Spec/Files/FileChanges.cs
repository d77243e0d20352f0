namespace Aurora.Spec.Files;

/// <summary>Writes several files of a repository, or none of them.</summary>
internal sealed class FileChanges(Repository repository)
{
    private readonly SortedDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    /// <summary>The files that change, relative to the repository.</summary>
    public IReadOnlyCollection<string> Files => _contents.Keys;

    /// <summary>Adds a file, unless it already has this content.</summary>
    public void Add(string file, byte[] content)
    {
        var path = repository.PathOf(file);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            _contents[file] = content;
    }

    /// <summary>Writes each file next to its place, and then moves all of them. If one fails, the files stay as they were.</summary>
    public void Write()
    {
        var written = new List<(string Path, byte[]? Before)>();
        try
        {
            foreach (var (file, content) in _contents)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(repository.PathOf(file))!);
                File.WriteAllBytes(NewFile(file), content);
            }

            foreach (var file in _contents.Keys)
            {
                var path = repository.PathOf(file);
                var before = File.Exists(path) ? File.ReadAllBytes(path) : null;
                File.Move(NewFile(file), path, overwrite: true);
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

    private string NewFile(string file) => repository.PathOf(file) + ".new";

    private static void Restore(string path, byte[]? before)
    {
        if (before is not null)
            File.WriteAllBytes(path, before);
        else
            File.Delete(path);
    }
}
