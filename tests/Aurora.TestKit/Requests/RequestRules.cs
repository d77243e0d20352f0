using System.Text;
using System.Text.RegularExpressions;
using NSwag;

namespace Aurora.TestKit;

/// <summary>Validates requests against the operations, parameters and security requirements of the document.</summary>
internal sealed class RequestRules(OpenApiDocument document)
{
    private readonly List<OperationRules> _operations = [.. document.Operations.Select(operation => new OperationRules(document, operation))];

    public IReadOnlyList<string> Check(SentRequest request)
    {
        var candidates = _operations.Where(operation => operation.HasPath(request.Path)).ToList();
        if (candidates.Count == 0)
            return [$"The document has no path {request.Path}.{SlashHint(request.Path)}"];
        return candidates.Find(operation => operation.Method == request.Method) is { } operation
            ? operation.Check(request)
            : [$"The document has no {request.Method} operation for the path {request.Path}."];
    }

    public IReadOnlyList<string> CheckBody(SentRequest request) =>
        _operations.Find(operation => operation.Method == request.Method && operation.HasPath(request.Path))?.CheckBody(request) ?? [];

    private string SlashHint(string path)
    {
        var other = path.EndsWith('/') ? path.TrimEnd('/') : path + "/";
        return _operations.Exists(operation => operation.HasPath(other)) ? $" Fix: use {other}" : "";
    }

    private sealed class OperationRules(OpenApiDocument document, OpenApiOperationDescription described)
    {
        private readonly Regex _path =
            new(@"\A" + Regex.Replace(Regex.Escape(described.Path), @"\\\{[^}]*}", "[^/]+") + @"\z", RegexOptions.CultureInvariant);
        private readonly List<OpenApiParameter> _parameters = [.. described.Operation.ActualParameters];
        private readonly List<OpenApiSecurityRequirement> _security = [.. described.Operation.ActualSecurity];

        public string Method { get; } = described.Method.ToUpperInvariant();

        public bool HasPath(string path) => _path.IsMatch(path);

        public IReadOnlyList<string> Check(SentRequest request) =>
            [.. Query(request), .. Headers(request), .. UnknownHeaders(request), .. Security(request)];

        public IReadOnlyList<string> CheckBody(SentRequest request)
        {
            if (described.Operation.ActualRequestBody?.Content.TryGetValue("application/json", out var json) != true || json?.Schema is not { } schema)
                return request.Body.Length == 0 ? [] : ["The operation has no JSON body."];
            return request.Body.Length == 0 ? ["The body is missing."] : RequestBodyRules.Errors(Encoding.UTF8.GetString(request.Body), schema);
        }

        private IEnumerable<string> Query(SentRequest request)
        {
            var known = _parameters.Where(parameter => parameter.Kind == OpenApiParameterKind.Query).ToList();
            foreach (var name in request.Query.Select(pair => pair.Key).Except(known.Select(parameter => parameter.Name)))
                yield return $"The query parameter '{name}' is not in the document.";
            foreach (var parameter in known)
            {
                var values = request.Query.Where(pair => pair.Key == parameter.Name).Select(pair => pair.Value).ToList();
                if (values.Count == 0 && parameter.IsRequired)
                    yield return $"The required query parameter '{parameter.Name}' is missing.";
                foreach (var error in values.Count == 0 ? [] : ParameterRules.Errors(parameter, values))
                    yield return $"The query parameter '{parameter.Name}' {error}";
            }
        }

        private IEnumerable<string> Headers(SentRequest request) => _parameters
            .Where(parameter => parameter is { Kind: OpenApiParameterKind.Header, IsRequired: true } && !request.HasHeader(parameter.Name))
            .Select(parameter => $"The required header '{parameter.Name}' is missing.");

        // Headers of HTTP are not in the document. Headers of the API are parameters or keys.
        private IEnumerable<string> UnknownHeaders(SentRequest request) => request.Headers
            .Where(header => header.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && !IsParameter(header) && !IsKey(header))
            .Select(header => $"The header '{header}' is not in the document.");

        private bool IsParameter(string header) => _parameters.Exists(parameter =>
            parameter.Kind == OpenApiParameterKind.Header && parameter.Name.Equals(header, StringComparison.OrdinalIgnoreCase));

        private bool IsKey(string header) =>
            _security.SelectMany(requirement => requirement.Keys).Any(name => header.Equals(Scheme(name)?.Name, StringComparison.OrdinalIgnoreCase));

        // One requirement must be met completely.
        private IEnumerable<string> Security(SentRequest request)
        {
            var missing = _security.Select(requirement => requirement.Keys.Where(name => !IsMet(name, request)).ToList()).ToList();
            return missing.Exists(names => names.Count == 0)
                ? []
                : missing.Take(1).SelectMany(names => names).Select(name => $"The {Key(name)} of the security scheme '{name}' is missing.");
        }

        private bool IsMet(string name, SentRequest request) => Scheme(name) is { } scheme && (scheme.Type, scheme.In) switch
        {
            (OpenApiSecuritySchemeType.ApiKey, OpenApiSecurityApiKeyLocation.Header) => scheme.Name is { } header && request.HasHeader(header),
            (OpenApiSecuritySchemeType.ApiKey, OpenApiSecurityApiKeyLocation.Query) => request.Query.Any(pair => pair.Key == scheme.Name),
            (OpenApiSecuritySchemeType.ApiKey, OpenApiSecurityApiKeyLocation.Cookie) => request.HasHeader("Cookie"),
            _ => request.HasHeader("Authorization"),
        };

        private string Key(string name) => Scheme(name) is { } scheme ? $"{scheme.In.ToString().ToLowerInvariant()} '{scheme.Name}'" : "key";

        private OpenApiSecurityScheme? Scheme(string name) => document.Components.SecuritySchemes.TryGetValue(name, out var scheme) ? scheme : null;
    }
}
