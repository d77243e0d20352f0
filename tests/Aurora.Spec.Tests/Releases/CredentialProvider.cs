namespace Aurora.Spec.Tests.Releases;

/// <summary>Installs a credential provider for NuGet, which searches for providers once in a process.</summary>
[SetUpFixture]
public sealed class CredentialProvider
{
    private const string Name = "nuget-plugin-aurora-test";
    private const string Variable = "NUGET_PLUGIN_PATHS";

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"aurora-plugin-{Environment.ProcessId}");

    /// <summary>Sets the source whose login the provider knows: the user <c>user</c> and the password <c>pa55word</c>.</summary>
    public static void Know(string source) => File.WriteAllText(Path.Combine(Folder, $"{Name}.source"), source);

    [OneTimeSetUp]
    public void Install()
    {
        Directory.CreateDirectory(Folder);
        var plugin = Path.Combine(Folder, Name);
        File.Copy(Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Releases", Name), plugin);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable(Variable, Folder);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Directory.Delete(Folder, recursive: true);
    }
}
