using Aurora.Spec.PublicApi;

namespace Aurora.Spec.Checks;

/// <summary>Checks that the hand-written constants of the client match the parts of the document that the generator does not read.</summary>
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

    /// <summary>Returns a finding for each constant that differs from the document.</summary>
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
                ? new CheckFinding($"AuroraApi.{name} is {said}, but {Repository.Document} no longer contains it where it used to", $"Find the value in the document, and change HandWrittenConstants or {Source}")
                : new CheckFinding($"AuroraApi.{name} is {said ?? "missing"}, but {Repository.Document} says {documented}", $"Write {documented} in {Source}");
        }

        if (client.DefaultBaseAddressIsOurs && !document.DefaultBaseAddressIsOurs)
            yield return new CheckFinding($"AuroraApi.DefaultBaseAddress is hand-written, but {Repository.Document} now names a server", $"Remove it from {Source}, and generate it from the document");
    }
}
