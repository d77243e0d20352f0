using System.Text.RegularExpressions;
using NSwag;

namespace Aurora.Document;

/// <summary>What the document says of requests: which there are, what they may carry, and what they must.</summary>
internal sealed class RequestRules(OpenApiDocument document)
{
    private readonly List<OperationRules> _operations = [.. document.Operations.Select(operation => new OperationRules(document, operation))];

    public IReadOnlyList<string> Check(SentRequest request)
    {
        var there = _operations.Where(operation => operation.HasPath(request.Path)).ToList();
        if (there.Count == 0)
            return [$"The document has no path {request.Path}{SlashHint(request.Path)}."];
        return there.Find(operation => operation.Method == request.Method) is { } operation
            ? operation.Check(request)
            : [$"The document has no {request.Method} on {request.Path}."];
    }

    private string SlashHint(string path)
    {
        var other = path.EndsWith('/') ? path.TrimEnd('/') : path + "/";
        return _operations.Exists(operation => operation.HasPath(other)) ? $", but {other}" : "";
    }

    private sealed class OperationRules(OpenApiDocument document, OpenApiOperationDescription described)
    {
        private readonly Regex _path = new(@"\A" + Regex.Replace(Regex.Escape(described.Path), @"\\\{[^}]*}", "[^/]+") + @"\z", RegexOptions.CultureInvariant);
        private readonly List<OpenApiParameter> _parameters = [.. described.Operation.ActualParameters];
        private readonly List<OpenApiSecurityRequirement> _security = [.. described.Operation.ActualSecurity];

        public string Method { get; } = described.Method.ToUpperInvariant();

        public bool HasPath(string path) => _path.IsMatch(path);

        public IReadOnlyList<string> Check(SentRequest request) => [.. Query(request), .. Headers(request), .. UnknownHeaders(request), .. Security(request)];

        private IEnumerable<string> Query(SentRequest request)
        {
            var known = _parameters.Where(parameter => parameter.Kind == OpenApiParameterKind.Query).ToList();
            foreach (var name in request.Query.Select(pair => pair.Key).Distinct().Where(name => known.TrueForAll(parameter => parameter.Name != name)))
                yield return $"The query parameter '{name}' is not in the document.";
            foreach (var parameter in known)
            {
                var values = request.Query.Where(pair => pair.Key == parameter.Name).Select(pair => pair.Value).ToList();
                if (values.Count == 0 && parameter.IsRequired)
                    yield return $"The required query parameter '{parameter.Name}' is missing.";
                foreach (var fault in values.Count == 0 ? [] : ParameterRules.Faults(parameter, values))
                    yield return $"The query parameter '{parameter.Name}' {fault}";
            }
        }

        private IEnumerable<string> Headers(SentRequest request) => _parameters
            .Where(parameter => parameter is { Kind: OpenApiParameterKind.Header, IsRequired: true } && !request.HasHeader(parameter.Name))
            .Select(parameter => $"The required header '{parameter.Name}' is missing.");

        // HTTP's own go without saying; one of the API's is a parameter, or a key that this operation asks for.
        private IEnumerable<string> UnknownHeaders(SentRequest request) => request.Headers
            .Where(header => header.StartsWith("X-", StringComparison.OrdinalIgnoreCase)
                && !_parameters.Exists(parameter => parameter.Kind == OpenApiParameterKind.Header && parameter.Name.Equals(header, StringComparison.OrdinalIgnoreCase))
                && !_security.Exists(together => together.Keys.Any(scheme => document.Components.SecuritySchemes.TryGetValue(scheme, out var known) && header.Equals(known.Name, StringComparison.OrdinalIgnoreCase))))
            .Select(header => $"The header '{header}' is not in the document.");

        // Each requirement is enough, with all that is in it.
        private IEnumerable<string> Security(SentRequest request)
        {
            var missing = _security.Select(together => together.Keys.Where(scheme => !IsMet(scheme, request)).ToList()).ToList();
            return missing.Exists(schemes => schemes.Count == 0) ? [] : missing.Take(1).SelectMany(schemes => schemes).Select(scheme => $"The {Key(scheme)} of the security scheme '{scheme}' is missing.");
        }

        private bool IsMet(string name, SentRequest request) => document.Components.SecuritySchemes.TryGetValue(name, out var scheme) && (scheme.Type == OpenApiSecuritySchemeType.ApiKey ? scheme.In : OpenApiSecurityApiKeyLocation.Undefined) switch
        {
            OpenApiSecurityApiKeyLocation.Header => scheme.Name is { } header && request.HasHeader(header),
            OpenApiSecurityApiKeyLocation.Query => request.Query.Any(pair => pair.Key == scheme.Name),
            OpenApiSecurityApiKeyLocation.Cookie => request.HasHeader("Cookie"),
            _ => request.HasHeader("Authorization"),
        };

        private string Key(string name) => document.Components.SecuritySchemes.TryGetValue(name, out var scheme) ? $"{scheme.In.ToString().ToLowerInvariant()} '{scheme.Name}'" : "key";
    }
}
