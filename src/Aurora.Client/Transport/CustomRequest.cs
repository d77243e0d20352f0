using System.Text;
using System.Text.Json;

namespace Aurora.Client;

/// <summary>Makes a request that the caller describes instead of the document.</summary>
internal static class CustomRequest
{
    // The first two are added by the client. The others decide which server gets the keys, or where the request ends.
    private static readonly HashSet<string> Reserved = new(
        [AuroraApi.IdHeader, AuroraApi.KeyHeader, "Host", "Connection", "Content-Length", "Transfer-Encoding"], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">An argument is not valid. The message says how to fix it and shows no value of a header.</exception>
    public static AuroraRequest Create(
        Uri baseAddress, HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? query, string? json, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        var (local, isFromRoot) = Local(path, baseAddress);
        var name = method.Method.ToUpperInvariant();
        var end = local.IndexOf('?');
        var request = new AuroraRequest(name, name, end < 0 ? local : local[..end]) { IsFromRoot = isFromRoot };
        if (end >= 0)
            request.AddQueryText(local[(end + 1)..]);
        foreach (var parameter in query ?? [])
            request.AddQuery(parameter.Key, parameter.Value);
        if (json is not null)
            request.SetJsonBody(Checked(json, name));
        AddHeaders(request, baseAddress, headers ?? []);
        return request;
    }

    /// <summary>Returns the path and the query, and whether they start at the root of the server instead of the path of the base address.</summary>
    private static (string Path, bool IsFromRoot) Local(string path, Uri baseAddress)
    {
        if (path.Length == 0)
            throw new ArgumentException("The path is empty. Fix: pass a path such as /api/aurora/.", nameof(path));
        if (path.Contains('#'))
            throw new ArgumentException($"The path '{path}' contains '#', which is not sent. Fix: write %23 if it belongs to the path.", nameof(path));
        // On Unix, a path that starts with a slash is an absolute file address.
        if (path[0] == '/' || !Uri.TryCreate(path, UriKind.Absolute, out var address))
            return (path, false);
        if (ApiOrigin.IsElsewhere(address, baseAddress) || address.UserInfo.Length > 0)
            throw new ArgumentException(
                $"The address is at {ApiOrigin.Of(address)}, but the keys are for {ApiOrigin.Of(baseAddress)} only. Fix: pass a path, or set BaseAddress to the address of the API.",
                nameof(path));
        return (address.PathAndQuery, true);
    }

    private static byte[] Checked(string json, string method)
    {
        if (method is "GET" or "HEAD")
            throw new ArgumentException($"A {method} request cannot have a body. Fix: pass the values in the query.", nameof(json));
        var body = Encoding.UTF8.GetBytes(json);
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The body is not valid JSON: {exception.Message}", nameof(json), exception);
        }

        return body;
    }

    private static void AddHeaders(AuroraRequest request, Uri baseAddress, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var header in headers)
        {
            if (Reserved.Contains(header.Key))
                throw new ArgumentException($"The header {header.Key} cannot be set, because the client sets it. Fix: remove it.", nameof(headers));
            request.AddHeader(header.Key, header.Value);
        }

        using var message = Message(request, baseAddress);
        foreach (var header in headers)
        {
            if (message.Headers.TryGetValues(header.Key, out _) || message.Content?.Headers.TryGetValues(header.Key, out _) == true)
                continue;
            throw new ArgumentException($"The header '{header.Key}' cannot be sent. Its name is not valid, or it describes a body and the request has none.", nameof(headers));
        }
    }

    private static HttpRequestMessage Message(AuroraRequest request, Uri baseAddress)
    {
        try
        {
            return request.ToMessage(baseAddress);
        }
        catch (UriFormatException exception)
        {
            throw new ArgumentException($"The path and the query are not valid in an address: {exception.Message}", exception);
        }
    }
}
