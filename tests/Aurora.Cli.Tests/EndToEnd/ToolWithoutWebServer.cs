namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>A copy of the tool in which the assemblies of the fake API are empty, so loading them fails.</summary>
internal sealed class ToolWithoutWebServer : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("aurora-");

    public ToolWithoutWebServer()
    {
        var source = Path.GetDirectoryName(ToolProcess.ToolPath)!;
        foreach (var file in Directory.EnumerateFiles(source, "*.dll").Concat(Directory.EnumerateFiles(source, "aurora.*.json")))
        {
            var name = Path.GetFileName(file);
            var copy = Path.Combine(_directory.FullName, name);
            if (name.StartsWith("WireMock", StringComparison.Ordinal) || name == "Aurora.Testing.dll")
                File.WriteAllBytes(copy, []);
            else
                File.Copy(file, copy);
        }
    }

    public string ToolPath => Path.Combine(_directory.FullName, Path.GetFileName(ToolProcess.ToolPath));

    public void Dispose() => _directory.Delete(recursive: true);
}
