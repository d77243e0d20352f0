using System.Security;
using System.Text.Json.Serialization;

namespace Aurora.Cli.Profiles;

/// <summary>The file that stores the profile. Only its owner can read it.</summary>
internal sealed partial class ProfileFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const UnixFileMode Other = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public string Path => path;

    /// <summary>Returns the location according to the XDG Base Directory Specification, which ignores relative paths, or in the application data on Windows.</summary>
    public static ProfileFile Locate(Func<string, string?> variable)
    {
        var folder = OperatingSystem.IsWindows() ? variable("APPDATA")
            : variable("XDG_CONFIG_HOME") is { } config && System.IO.Path.IsPathRooted(config) ? config : Home(variable);
        if (string.IsNullOrEmpty(folder))
        {
            var name = OperatingSystem.IsWindows() ? "APPDATA" : "HOME";
            throw new UsageException($"{name} is not set, so there is no folder for the stored keys. Set {name}, or set both keys instead.");
        }

        return new ProfileFile(System.IO.Path.Combine(folder, "aurora", "profile.json"));
    }

    /// <summary>Returns the profile, or null if it does not exist.</summary>
    public Profile? Load()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & (Group | Other)) != 0)
            {
                throw new UsageException(
                    $"Other users can read the keys in {path}. Run: chmod 600 '{path}'",
                    "If someone may have read the keys, create new ones on the vendor's settings page.");
            }

            var profile = JsonSerializer.Deserialize(file, Json.Default.Profile);
            return profile is { ApiId.Length: > 0, ApiKey.Length: > 0 } ? profile : throw Invalid();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw Invalid();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new UsageException($"The stored keys cannot be read: {exception.Message}");
        }
    }

    /// <summary>Replaces the profile atomically. A symbolic link is kept, and its target is replaced.</summary>
    public async Task SaveAsync(Profile profile)
    {
        var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        var folder = System.IO.Path.GetDirectoryName(target)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);

        // Other users must not be able to read the file at any time.
        await using var file = new AtomicFile(target, OwnerOnly);
        await JsonSerializer.SerializeAsync(file.Stream, profile, Json.Default.Profile);
        await file.CompleteAsync();
    }

    /// <summary>Deletes the profile and returns whether it existed.</summary>
    public bool Delete()
    {
        var exists = File.Exists(path);
        File.Delete(path);
        return exists;
    }

    private static string? Home(Func<string, string?> variable) =>
        variable("HOME") is { Length: > 0 } home ? System.IO.Path.Combine(home, ".config") : null;

    // The message omits the content, which may contain a key.
    private UsageException Invalid() => new($"{path} does not contain valid keys. Run 'aurora login' to create it again.");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
    [JsonSerializable(typeof(Profile))]
    private sealed partial class Json : JsonSerializerContext;
}

/// <summary>The keys that <c>aurora login</c> stores, and the address of the API if it is not the vendor's.</summary>
internal sealed record Profile(string ApiId, string ApiKey, string? BaseUrl)
{
    [JsonIgnore]
    public ApiKeys Keys => new(ApiId, ApiKey);

    // The default of a record shows the keys.
    public override string ToString() => $"Profile for {BaseUrl ?? "the vendor's address"}";
}
