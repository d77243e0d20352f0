namespace Aurora.Spec.PublicApi;

/// <summary>The public API of one package for one target framework, as a file that is reviewed.</summary>
internal sealed record ApiSnapshot(string Package, string Framework)
{
    /// <summary>Every package that others compile against. Aurora.Cli is a tool: what holds there is its command line.</summary>
    public static IReadOnlyList<ApiSnapshot> All { get; } =
        [new("Aurora.Client", "netstandard2.0"), new("Aurora.Client", "net10.0"), new("Aurora.Testing", "net10.0")];

    public string Project => $"src/{Package}";

    public string ApprovedFile => $"{Project}/PublicApi/{Framework}.approved.txt";

    public string BuiltFile => $"{Project}/bin/{Repository.Configuration}/{Framework}/{Package}.dll";
}
