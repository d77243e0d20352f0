using System.Reflection;
using System.Runtime.Loader;

namespace Aurora.Spec.Checks;

/// <summary>Checks that the hand-written constants of the client match the parts of the document that the generator does not read.</summary>
internal sealed class ConstantsCheck : ICheck
{
    private const string Source = "src/Aurora.Client/Transport/AuroraApi.cs";

    private static readonly ApiSnapshot Client = ApiSnapshot.All.First(snapshot => snapshot is { Package: "Aurora.Client", Framework: "net10.0" });

    public string Name => "constants";

    public Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken) =>
        Task.FromResult(CheckResult.Of(Compare(HandWrittenConstants.In(Client.BuiltIn(repository)), HandWrittenConstants.In(repository.ReadDocument()))));

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

/// <summary>The hand-written constants of <c>AuroraApi</c>, read from a document or from a compiled client.</summary>
/// <param name="DefaultBaseAddressIsOurs">Whether the base address is hand-written because the document names no server.</param>
internal sealed partial record HandWrittenConstants(int? MaxIds, string? IdHeader, string? KeyHeader, string? ListPath, bool DefaultBaseAddressIsOurs)
{
    /// <summary>The operation behind the list methods.</summary>
    public const string Operation = "aurora_list";

    /// <summary>Returns the constants in a document; null for each that it does not contain.</summary>
    public static HandWrittenConstants In(SpecDocument document)
    {
        var path = document.Root["paths"]?.Children.FirstOrDefault(path => path.Children.Any(operation => operation["operationId"]?.Text == Operation));
        var list = path?.Children.First(operation => operation["operationId"]?.Text == Operation);
        var ids = list?["parameters"]?.Children.Select(document.Resolve).FirstOrDefault(parameter => parameter?["name"]?.Text == "ids");
        var maximum = MaximumEntries().Match(ids?["description"]?.Text ?? "");
        var schemes = (list?["security"] ?? document.Root["security"])?.Children is [var together, ..] ? together.Children : [];
        var headers = schemes.Select(scheme => document.Resolve(document.Root.At("components", "securitySchemes", scheme.Name))?["name"]?.Text).ToList();
        return new HandWrittenConstants(
            maximum.Success ? int.Parse(maximum.Groups[1].Value, CultureInfo.InvariantCulture) : null,
            headers.ElementAtOrDefault(0),
            headers.ElementAtOrDefault(1),
            path?.Name,
            document.Root["servers"]?.Children is null or []);
    }

    public static HandWrittenConstants In(string assemblyFile)
    {
        var context = new AssemblyLoadContext(assemblyFile, isCollectible: true);
        try
        {
            var api = context.LoadFromAssemblyPath(assemblyFile).GetType("Aurora.Client.AuroraApi", throwOnError: true)!;
            return new HandWrittenConstants(Value<int?>(api, nameof(MaxIds)), Value<string>(api, nameof(IdHeader)), Value<string>(api, nameof(KeyHeader)),
                Value<string>(api, nameof(ListPath)), api.GetProperty("DefaultBaseAddress", BindingFlags.Public | BindingFlags.Static) is not null);
        }
        finally
        {
            context.Unload();
        }
    }

    private static T? Value<T>(Type type, string name) => (T?)type.GetField(name)?.GetRawConstantValue();

    [GeneratedRegex("[Mm]aximum ([0-9]+) entries")]
    private static partial Regex MaximumEntries();
}
