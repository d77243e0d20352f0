using Aurora.Spec.Documents;
using Aurora.Spec.PublicApi;

namespace Aurora.Spec.Checks;

/// <summary>What the client says by hand is what the document says in prose, or where the generator does not look.</summary>
internal sealed class ConstantsCheck : ICheck
{
    private const string Source = "src/Aurora.Client/AuroraApi.cs";

    private static readonly ApiSnapshot Client = ApiSnapshot.All.First(snapshot => snapshot is { Package: "Aurora.Client", Framework: "net10.0" });

    public string Name => "constants";

    public Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken)
    {
        var document = SpecDocument.Parse(Repository.Document, repository.ReadText(Repository.Document));
        return Task.FromResult(CheckResult.Of(Compare(HandWrittenConstants.In(Client.BuiltIn(repository)), HandWrittenConstants.In(document))));
    }

    /// <summary>A finding for each constant that the document does not bear out.</summary>
    public static IEnumerable<CheckFinding> Compare(HandWrittenConstants client, HandWrittenConstants document)
    {
        (string Name, object? Client, object? Document)[] constants =
        [
            (nameof(HandWrittenConstants.MaxIds), client.MaxIds, document.MaxIds),
            (nameof(HandWrittenConstants.IdHeader), client.IdHeader, document.IdHeader),
            (nameof(HandWrittenConstants.KeyHeader), client.KeyHeader, document.KeyHeader),
            (nameof(HandWrittenConstants.ListPath), client.ListPath, document.ListPath),
        ];
        foreach (var (name, said, documented) in constants.Where(constant => constant.Document is null || !constant.Document.Equals(constant.Client)))
        {
            yield return documented is null
                ? new CheckFinding($"AuroraApi.{name} is {said}, and {Repository.Document} no longer says where it was read from", $"Find it in the document, and mend HandWrittenConstants or {Source}")
                : new CheckFinding($"AuroraApi.{name} is {said ?? "missing"}, and {Repository.Document} says {documented}", $"Write {documented} in {Source}");
        }

        if (client.DefaultBaseAddressIsOurs && !document.DefaultBaseAddressIsOurs)
            yield return new CheckFinding($"AuroraApi.DefaultBaseAddress is by hand, and {Repository.Document} names a server now", $"Let it come from the document in {Source}");
    }
}
