namespace Aurora.Spec.PublicApi;

/// <summary>The public API of one package for one target framework, as a file that is reviewed.</summary>
internal sealed record ApiSnapshot(string Package, string Framework)
{
    /// <summary>Every package that others compile against. Aurora.Cli is a tool: what holds there is its command line.</summary>
    public static IReadOnlyList<ApiSnapshot> All { get; } =
        [new("Aurora.Client", "netstandard2.0"), new("Aurora.Client", "net8.0"), new("Aurora.Client", "net10.0"), new("Aurora.Testing", "net8.0"), new("Aurora.Testing", "net10.0")];

    public string Project => $"src/{Package}";

    public string ApprovedFile => $"{Project}/PublicApi/{Framework}.approved.txt";

    public string BuiltFile => $"{Project}/bin/{Repository.Configuration}/{Framework}/{Package}.dll";

    /// <summary>The full path of <see cref="BuiltFile"/>.</summary>
    /// <exception cref="SpecException">The package is not built.</exception>
    public string BuiltIn(Repository repository)
    {
        var built = repository.PathOf(BuiltFile);
        return File.Exists(built)
            ? built
            : throw new SpecException($"{BuiltFile} is not there, so that its API cannot be read.", $"Build it with: dotnet build {Project} -c {Repository.Configuration}");
    }
}
