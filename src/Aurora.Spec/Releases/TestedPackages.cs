namespace Aurora.Spec.Releases;

/// <summary>
/// The record of the packages that passed the tests: what they were built from, and the hash of each file. The next release of the same
/// commit pushes them without building and testing again.
/// </summary>
/// <param name="inputs">The commit and everything else that the packages depend on, a line each.</param>
internal sealed class TestedPackages(string file, string folder, IReadOnlyList<string> inputs)
{
    /// <summary>Returns whether the packages passed the tests and have not changed since.</summary>
    public bool Exist() => File.Exists(file) && Directory.Exists(folder) && File.ReadAllText(file) == Text();

    public void Save() => File.WriteAllText(file, Text());

    private string Text() => string.Join('\n', inputs.Concat(Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => $"{PackedPackage.Sha256(file)}  {Path.GetFileName(file)}")));
}
