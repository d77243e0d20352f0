namespace Aurora.Testing.Tests.Growth;

/// <summary>Documents that the vendor's document could become.</summary>
internal static class GrowthDocument
{
    private const string Recording = "server-answers.json";

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(name => name != Recording).Order();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Growth");

    /// <summary>Returns the text of a document.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Starts a fake that serves a document.</summary>
    public static AuroraServer Start(string name, Action<AuroraServerOptions>? configure = null)
    {
        var options = new AuroraServerOptions { Document = Read(name) };
        configure?.Invoke(options);
        return AuroraServer.Start(options);
    }

    public static string ReadRecording() => File.ReadAllText(Path.Combine(Folder, Recording));
}
