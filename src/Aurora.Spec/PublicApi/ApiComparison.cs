using System.Text;
using DiffPlex.Renderer;

namespace Aurora.Spec.PublicApi;

/// <summary>Compares the approved public API with that of the built package.</summary>
internal sealed record ApiComparison(ApiSnapshot Snapshot, string Approved, string Built)
{
    public const string AcceptCommand = $"{Repository.ToolCommand} api --accept";

    public bool IsSame => Approved == Built;

    /// <summary>The unified diff from the approved to the built API; empty if they are the same.</summary>
    public string Difference => IsSame
        ? ""
        : UnidiffRenderer.GenerateUnidiff(Approved, Built, Snapshot.ApprovedFile, Snapshot.BuiltFile, ignoreWhitespace: false, ignoreCase: false).ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>The content that <see cref="AcceptCommand"/> writes to the approved file.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(Built);

    /// <exception cref="SpecException">The package has not been built.</exception>
    public static ApiComparison Of(ApiSnapshot snapshot, Repository repository)
    {
        var approved = repository.PathOf(snapshot.ApprovedFile);
        return new ApiComparison(snapshot, File.Exists(approved) ? File.ReadAllText(approved) : "", ApiReader.Read(snapshot.BuiltIn(repository)));
    }
}
