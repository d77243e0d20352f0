using System.Reflection;

namespace Aurora.Spec;

/// <summary>The working copy that the tool works on.</summary>
/// <param name="Root">The folder that contains <c>Aurora.Generated.sln</c>.</param>
internal sealed record Repository(string Root)
{
    private const string Mark = "Aurora.Generated.sln";

    /// <summary>The command line of the tool, without arguments, for messages.</summary>
    public const string ToolCommand = "dotnet run --project src/Aurora.Spec --";

    public const string Document = "openapi/aurora.yaml";

    /// <summary>The configuration in which the tool was built. The packages were most likely built in the same one.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <param name="relative">The path with slashes, as git writes it.</param>
    public string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    public byte[] Read(string relative) => File.ReadAllBytes(Existing(relative));

    public string ReadText(string relative) => File.ReadAllText(Existing(relative));

    public SpecDocument ReadDocument() => SpecDocument.Parse(Document, ReadText(Document));

    public static Repository Containing(string directory) => Find(directory)
        ?? throw new SpecException($"{directory} is not in the repository: neither it nor a parent directory contains {Mark}.", "Run the command in the repository.");

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
        : throw new SpecException($"{relative} is missing.", $"To restore it, run: git checkout {relative}");
}
