using System.Text.RegularExpressions;
using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Aurora.Spec.Tests.History;

/// <summary>A fake API that is made from a document. It validates requests and sends responses as the document declares them.</summary>
internal sealed partial class DocumentFake : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public DocumentFake(SpecDocument document)
    {
        foreach (var operation in PathsComparer.OperationsOf(document))
            Serve(document, operation);
    }

    public string Address => _server.Url!;

    /// <summary>The requests, such as <c>GET /api/aurora/</c>, each followed by its body if it has one.</summary>
    public IEnumerable<string> Requests => _server.LogEntries
        .Select(entry => entry.RequestMessage!)
        .Select(request => $"{request.Method} {request.Path} {request.Body}".TrimEnd());

    public void Dispose() => _server.Dispose();

    private void Serve(SpecDocument document, Operation operation)
    {
        var request = Request.Create().UsingMethod(operation.Node.Name).WithPath(new RegexMatcher($"^{Parameter().Replace(operation.Path.Name, "[^/]+")}$"));
        foreach (var scheme in operation.Security!.Children[0].Children)
            request = request.WithHeader(document.Root.At("components", "securitySchemes", scheme.Name, "name")!.Text, "*");
        var response = operation.Node["responses"]!.Children.First(status => status.Name.StartsWith('2'));
        _server.Given(request).RespondWith(Response.Create()
            .WithStatusCode(int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture))
            .WithHeader("Content-Type", "application/json")
            .WithBody(SchemaSample.Of(document, response.At("content", "application/json", "schema")!).ToJsonString()));
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
