namespace Aurora.Spec.PublicApi;

/// <summary>The reviewed file that contains the public API of one package for one target framework.</summary>
internal sealed record ApiSnapshot(string Package, string Framework)
{
    /// <summary>All packages that callers compile against. Aurora.Cli is a tool, so its API is the command line.</summary>
    public static IReadOnlyList<ApiSnapshot> All { get; } =
        [new("Aurora.Client", "netstandard2.0"), new("Aurora.Client", "net8.0"), new("Aurora.Client", "net10.0"), new("Aurora.Testing", "net8.0"), new("Aurora.Testing", "net10.0")];

    public string Project => $"src/{Package}";

    public string ApprovedFile => $"{Project}/PublicApi/{Framework}.approved.txt";

    public string BuiltFile => $"{Project}/bin/{Repository.Configuration}/{Framework}/{Package}.dll";

    /// <summary>The full path of <see cref="BuiltFile"/>.</summary>
    /// <exception cref="SpecException">The package has not been built.</exception>
    public string BuiltIn(Repository repository)
    {
        var built = repository.PathOf(BuiltFile);
        return File.Exists(built)
            ? built
            : throw new SpecException($"{BuiltFile} does not exist, so its API cannot be read.", $"To build it, run: dotnet build {Project} -c {Repository.Configuration}");
    }
}
