using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurora.Cli.Profiles;

/// <summary>The file with the profile, which its owner alone may read.</summary>
internal sealed partial class ProfileFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public string Path => path;

    /// <summary>Where the profile is: by the XDG Base Directory Specification, or in the user's application data on Windows.</summary>
    /// <exception cref="UsageException">The environment does not say where the user's files are.</exception>
    public static ProfileFile Of(Func<string, string?> variable)
    {
        var folder = OperatingSystem.IsWindows() ? variable("APPDATA") : variable("XDG_CONFIG_HOME") is { Length: > 0 } config ? config : Home(variable);
        if (string.IsNullOrEmpty(folder))
            throw new UsageException(OperatingSystem.IsWindows() ? "APPDATA is not set, so that there is no place for the profile." : "HOME is not set, so that there is no place for the profile.");
        return new ProfileFile(System.IO.Path.Combine(folder, "aurora", "profile.json"));
    }

    /// <summary>The profile, or null if there is none.</summary>
    /// <exception cref="UsageException">Others may read the file, or it cannot be read, or it is none that login has written.</exception>
    public Profile? Load()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) != 0)
                throw new UsageException($"Others than you can read the keys in {path}. Run: chmod 600 '{path}'", "If somebody may have read them, have new keys made on the vendor's settings page.");
            return JsonSerializer.Deserialize(file, Json.Default.Profile) is { ApiId.Length: > 0, ApiKey.Length: > 0 } profile ? profile : throw Broken();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw Broken();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new UsageException($"The profile cannot be read: {exception.Message}");
        }
    }

    /// <summary>Writes the profile, as a whole or not at all.</summary>
    public void Save(Profile profile)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);

        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            // With its mode from the start: a moment in which others can read it would be enough.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using (var file = new FileStream(unfinished, options))
                JsonSerializer.Serialize(file, profile, Json.Default.Profile);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Whether there was a profile to delete.</summary>
    public bool Delete()
    {
        var exists = File.Exists(path);
        File.Delete(path);
        return exists;
    }

    private static string? Home(Func<string, string?> variable) => variable("HOME") is { Length: > 0 } home ? System.IO.Path.Combine(home, ".config") : null;

    // Without what it holds, which may be half a key.
    private UsageException Broken() => new($"{path} is no profile that 'aurora login' has written. Run 'aurora login' to write it anew.");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
    [JsonSerializable(typeof(Profile))]
    private sealed partial class Json : JsonSerializerContext;
}
