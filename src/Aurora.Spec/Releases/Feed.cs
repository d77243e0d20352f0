using System.Net;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Credentials;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGetRepository = NuGet.Protocol.Core.Types.Repository;

namespace Aurora.Spec.Releases;

/// <summary>A NuGet v3 feed or a folder. The login of a feed comes from where <c>dotnet nuget push</c> takes it.</summary>
/// <param name="source">The source that <see cref="Find"/> returns.</param>
/// <param name="key">The API key for a push, or null if the login is enough.</param>
/// <param name="withSymbols">Whether symbols are pushed if the feed accepts them.</param>
/// <param name="cacheFolder">An empty folder that exists as long as the feed is used.</param>
internal sealed class Feed(PackageSource source, string? key, bool withSymbols, string cacheFolder, ReleaseLog log)
{
    public const string Variable = "AURORA_FEED";
    public const string KeyVariable = "AURORA_FEED_KEY";

    private readonly SourceRepository _repository = NuGetRepository.Factory.GetCoreV3(source);
    private Uri? _packages;
    private Uri? _symbols;

    static Feed() => DefaultCredentialServiceUtility.SetupDefaultCredentialService(NullLogger.Instance, nonInteractive: true);

    public string Name { get; } = source.IsLocal ? source.Source : SourceAddress.NameOf(source.SourceUri);

    /// <summary>Gets whether symbols are pushed. It is known after <see cref="CheckAsync"/>.</summary>
    public bool AcceptsSymbols => source.IsLocal ? withSymbols : _symbols is not null;

    /// <summary>Returns the source with this name or address in NuGet.Config, or else a source without a login.</summary>
    public static PackageSource Find(string text, string workingDirectory)
    {
        var source = new PackageSourceProvider(Settings.LoadDefaultSettings(workingDirectory)).LoadPackageSources()
            .FirstOrDefault(source => text.Equals(source.Name, StringComparison.OrdinalIgnoreCase) || text.Equals(source.Source, StringComparison.OrdinalIgnoreCase))
            ?? new PackageSource(text.Contains("://", StringComparison.Ordinal) ? text : Path.GetFullPath(text, workingDirectory));
        if (source.IsLocal && Directory.Exists(source.Source))
            return source;
        if (source.TrySourceAsUri is not { IsFile: false } address)
            throw new SpecException($"'{text}' is not a source in NuGet.Config, an address or an existing folder.", $"Fix: set {Variable} or --source to an address such as https://feed.example/v3/index.json, or to a folder.");
        var name = SourceAddress.NameOf(address);
        if (address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
            throw new SpecException($"The address of {name} contains a user name, a password or a query, which may be a secret.", $"Fix: remove it, and set {KeyVariable} or add a login to NuGet.Config.");
        if (!SourceAddress.IsPrivate(address))
            throw new SpecException($"{name} does not use https, so that others could read the key.", "Fix: use the https address of the feed. Only a feed on this machine may use http.");
        if (FeedTypeUtility.GetFeedType(source) != FeedType.HttpV3)
            throw new SpecException($"{name} is the address of a NuGet v2 feed. A release supports v3 feeds only.", "Fix: use the address of the feed's v3 index, which ends with index.json.");
        source.AllowInsecureConnections = address.Scheme == Uri.UriSchemeHttp;
        return source;
    }

    /// <summary>Verifies that the feed can be read and would accept a push.</summary>
    public Task CheckAsync(bool withPush, CancellationToken cancellationToken) => ReadAsync(
        async packages =>
        {
            if (source.IsLocal)
            {
                if (withPush)
                    await File.Create(Path.Combine(source.Source, $".{Guid.NewGuid()}"), bufferSize: 1, FileOptions.DeleteOnClose).DisposeAsync();
                return true;
            }

            var index = (await _repository.GetResourceAsync<ServiceIndexResourceV3>(cancellationToken))!;
            _packages = Endpoint(index.GetServiceEntryUri(ServiceTypes.PackagePublish)) ?? throw new SpecException($"{Name} does not accept packages.", "Fix: use the address of a feed that does.");
            _symbols = withSymbols ? Endpoint(index.GetServiceEntryUri(ServiceTypes.SymbolPackagePublish)) : null;
            await packages.GetAllVersionsAsync(PackedPackage.Ids[0], NoCache(), log, cancellationToken);
            // A feed checks the key before it reads the package, and cannot store an empty file.
            foreach (var endpoint in new[] { _packages, _symbols }.OfType<Uri>().Where(_ => withPush))
            {
                if (await PutAsync(endpoint, file: null, cancellationToken) is (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, _) answer)
                    throw new SpecException($"{Name} refuses {(endpoint == _packages ? "packages" : "symbols")}: {answer.Text}", FixOf(answer.Status, isSymbols: endpoint != _packages));
            }

            return true;
        },
        cancellationToken);

    /// <summary>Returns the package of the feed, or null if the feed does not have it.</summary>
    public Task<byte[]?> DownloadAsync(PackedPackage package, CancellationToken cancellationToken) => ReadAsync<byte[]?>(
        async packages =>
        {
            using var content = new MemoryStream();
            return await packages.CopyNupkgToStreamAsync(package.Id, package.Version, content, NoCache(), log, cancellationToken) ? content.ToArray() : null;
        },
        cancellationToken);

    /// <summary>Pushes a package, or symbols that may already be on the feed.</summary>
    /// <exception cref="SpecException">The feed refused the file. After any other exception, the file may be on the feed.</exception>
    public async Task PushAsync(string file, CancellationToken cancellationToken)
    {
        var isSymbols = Path.GetExtension(file) == ".snupkg";
        if (source.IsLocal && isSymbols)
        {
            File.Copy(file, Path.Combine(source.Source, Path.GetFileName(file)), overwrite: true);
        }
        else if (source.IsLocal)
        {
            var update = (await _repository.GetResourceAsync<PackageUpdateResource>(cancellationToken))!;
            await update.PushAsync([file], "", 300, false, _ => "", _ => "", noServiceEndpoint: true, skipDuplicate: false, allowSnupkg: false, allowInsecureConnections: false, log);
        }
        else if (await PutAsync((isSymbols ? _symbols : _packages)!, file, cancellationToken) is (not (>= HttpStatusCode.OK and < HttpStatusCode.Ambiguous), _) answer && !(isSymbols && answer.Status == HttpStatusCode.Conflict))
        {
            throw new SpecException($"{Name} refused {Path.GetFileName(file)}: {answer.Text}", FixOf(answer.Status, isSymbols)) { ExitCode = ExitCode.Found };
        }
    }

    private static string FixOf(HttpStatusCode status, bool isSymbols) => status switch
    {
        _ when isSymbols => "Fix: if the feed does not accept symbols, run the release again with --no-symbols.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"Fix: set {KeyVariable} to a key that may push these packages, or use a login that may.",
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => "Fix: ask the administrator of the feed. The key is not sent to the address of a redirect.",
        HttpStatusCode.Conflict => "Fix: wait until the feed shows the version, and run the release again.",
        _ => "Fix: correct the cause, and run the release again.",
    };

    private static SourceCacheContext NoCache() => new() { NoCache = true, DirectDownload = true, RefreshMemoryCache = true };

    private Uri? Endpoint(Uri? address) => address is null || SourceAddress.IsPrivate(address)
        ? address
        : throw new SpecException($"{Name} accepts packages at {SourceAddress.NameOf(address)}, which does not use https.", "Fix: ask the administrator of the feed for an https address.");

    private async Task<(HttpStatusCode Status, string Text)> PutAsync(Uri endpoint, string? file, CancellationToken cancellationToken)
    {
        // A redirect would take the key to another address.
        var handler = (await _repository.GetResourceAsync<HttpHandlerResource>(cancellationToken))!;
        handler.ClientHandler.AllowAutoRedirect = false;
        using var http = new HttpSource(source, () => Task.FromResult(handler), NullThrottle.Instance);
        var request = new HttpSourceRequest(() =>
        {
            var message = HttpRequestMessageFactory.Create(HttpMethod.Put, endpoint, new HttpRequestMessageConfiguration(log, promptOn403: false));
            message.Content = new MultipartFormDataContent { { new ByteArrayContent(file is null ? [] : File.ReadAllBytes(file)), "package", "package.nupkg" } };
            if (key is not null)
                message.Headers.Add(ProtocolConstants.ApiKeyHeader, key);
            return message;
        })
        { MaxTries = 1, RequestTimeout = TimeSpan.FromMinutes(10) };
        return await http.ProcessResponseAsync(
            request,
            async response => (response.StatusCode, $"{(int)response.StatusCode} {response.ReasonPhrase} {await response.Content.ReadAsStringAsync(cancellationToken)}".Trim()),
            NoCache(), log, cancellationToken);
    }

    private async Task<T> ReadAsync<T>(Func<FindPackageByIdResource, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            // Otherwise NuGet reads an index that is up to 40 minutes old from the cache of the user.
            if (await _repository.GetResourceAsync<HttpSourceResource>(cancellationToken) is { } http)
                http.HttpSource.HttpCacheDirectory = cacheFolder;
            return await read((await _repository.GetResourceAsync<FindPackageByIdResource>(cancellationToken))!);
        }
        catch (Exception exception) when (exception is not SpecException && !cancellationToken.IsCancellationRequested)
        {
            var text = SpecException.TextOf(exception);
            throw new SpecException($"{Name} {(source.IsLocal ? "cannot be written" : "cannot be read")}: {text}", text.Contains("401", StringComparison.Ordinal)
                ? "Fix: give the source a login: packageSourceCredentials in NuGet.Config, NuGetPackageSourceCredentials_<name> or a credential provider."
                : "Fix: check the address, the network and the feed.");
        }
    }
}
