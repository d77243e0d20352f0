using System.Text;
using DiffPlex.Renderer;

namespace Aurora.Spec.PublicApi;

/// <summary>A snapshot beside what was built.</summary>
internal sealed record ApiComparison(ApiSnapshot Snapshot, string Approved, string Built)
{
    public const string AcceptCommand = $"{Repository.ToolCommand} api --accept";

    public bool IsSame => Approved == Built;

    /// <summary>From what was approved to what was built, as a unified difference; empty when they are the same.</summary>
    public string Difference => IsSame
        ? ""
        : UnidiffRenderer.GenerateUnidiff(Approved, Built, Snapshot.ApprovedFile, Snapshot.BuiltFile, ignoreWhitespace: false, ignoreCase: false).ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>What <see cref="AcceptCommand"/> writes.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(Built);

    /// <exception cref="SpecException">The package is not built.</exception>
    public static ApiComparison Of(ApiSnapshot snapshot, Repository repository)
    {
        var approved = repository.PathOf(snapshot.ApprovedFile);
        return new ApiComparison(snapshot, File.Exists(approved) ? File.ReadAllText(approved) : "", ApiReader.Read(snapshot.BuiltIn(repository)));
    }
}
