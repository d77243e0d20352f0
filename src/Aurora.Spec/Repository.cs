using System.Reflection;

namespace Aurora.Spec;

/// <summary>The working copy that the tool works on.</summary>
/// <param name="Root">Where <c>Aurora.Generated.sln</c> stands.</param>
internal sealed record Repository(string Root)
{
    private const string Mark = "Aurora.Generated.sln";

    /// <summary>How the tool is called, for a message that ends with the arguments.</summary>
    public const string ToolCommand = "dotnet run --project src/Aurora.Spec --";

    public const string Document = "openapi/aurora.yaml";

    /// <summary>The configuration of the tool's own build, and so most likely of the last one of the packages.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <param name="relative">With slashes, as git writes it.</param>
    public string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <exception cref="SpecException">The file is missing.</exception>
    public byte[] Read(string relative) => File.ReadAllBytes(Existing(relative));

    /// <exception cref="SpecException">The file is missing.</exception>
    public string ReadText(string relative) => File.ReadAllText(Existing(relative));

    /// <exception cref="SpecException">Neither the directory nor one above it is the repository.</exception>
    public static Repository Containing(string directory) => Find(directory)
        ?? throw new SpecException($"{directory} is not in the repository: no directory from there up has {Mark}.", "Go into the repository, and run it again.");

    /// <summary>Returns the repository that contains the directory, or null.</summary>
    public static Repository? Find(string directory)
    {
        for (var candidate = new DirectoryInfo(directory); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, Mark)))
                return new Repository(candidate.FullName);
        }

        return null;
    }

    private string Existing(string relative) => File.Exists(PathOf(relative))
        ? PathOf(relative)
        : throw new SpecException($"{relative} is missing.", $"git checkout {relative}");
}
