using Aurora.Spec.Sources;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;
using NuGetRepository = NuGet.Protocol.Core.Types.Repository;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>
/// A NuGet v3 feed. What has been pushed stays there when the push of another package fails, because many feeds never take a
/// deleted version again; a second run pushes the rest.
/// </summary>
internal sealed class V3Feed : IPackageFeed
{
    private readonly FeedKey? _key;
    private readonly string _cacheFolder;
    private readonly FeedLogger _logger;
    private readonly SourceRepository _source;
    private readonly V3Push? _push;

    /// <param name="index">The address of its index.</param>
    /// <param name="key">Null when nothing will be pushed.</param>
    /// <param name="cacheFolder">An empty folder, for as long as the feed is used.</param>
    /// <param name="log">Gets what NuGet says.</param>
    public V3Feed(Uri index, FeedKey? key, string cacheFolder, Action<string> log)
    {
        _cacheFolder = cacheFolder;
        Name = SourceAddress.NameOf(index);
        _key = key;
        _logger = new FeedLogger(log);
        var source = new PackageSource(index.AbsoluteUri) { ProtocolVersion = 3, AllowInsecureConnections = index.Scheme == Uri.UriSchemeHttp };
        _source = NuGetRepository.CreateSource(NuGetRepository.Provider.GetCoreV3(), source);
        _push = key is null ? null : new V3Push(source, key, _logger);
    }

    public string Name { get; }

    public Task<IReadOnlyList<string>> FindAsync(IEnumerable<string> ids, NuGetVersion version, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<string>>(
        async () =>
        {
            await EndpointsAsync(cancellationToken);
            using var cache = NoCache();
            var packages = await ResourceAsync<FindPackageByIdResource>(cancellationToken);
            var found = new List<string>();
            foreach (var id in ids)
            {
                if (await packages.DoesPackageExistAsync(id, version, cache, _logger, cancellationToken))
                    found.Add(id);
            }

            return found;
        },
        cancellationToken);

    public Task<bool> CopyAsync(string id, NuGetVersion version, Stream content, CancellationToken cancellationToken) => ReadAsync(
        async () =>
        {
            using var cache = NoCache();
            var packages = await ResourceAsync<FindPackageByIdResource>(cancellationToken);
            return await packages.CopyNupkgToStreamAsync(id, version, content, cache, _logger, cancellationToken);
        },
        cancellationToken);

    public Task<FeedContent> CompareAsync(PackedPackage package, CancellationToken cancellationToken) => ReadAsync(
        async () =>
        {
            using var content = new MemoryStream();
            if (!await CopyAsync(package.Id, package.Version, content, cancellationToken))
                return FeedContent.Nothing;
            content.Position = 0;
            return package.IsSameAs(content) ? FeedContent.Same : FeedContent.Other;
        },
        cancellationToken);

    public async Task PushAsync(IReadOnlyList<PlannedPush> plan, PushReport report, CancellationToken cancellationToken)
    {
        var endpoints = await ReadAsync(() => EndpointsAsync(cancellationToken), cancellationToken);
        if (endpoints.Symbols is null)
            report.Tell($"{Name} takes no symbols: they are not pushed.");
        foreach (var push in plan)
        {
            try
            {
                await PushAsync(push, endpoints, report, cancellationToken);
            }
            catch (PushRefusal refusal)
            {
                if (refusal.IsAnswered)
                    report.Refused();
                throw Failure([refusal.Message], refusal.WayOut, plan, report);
            }
            catch (SpecException exception)
            {
                throw Failure(exception.Lines, "Then run it again: it pushes what is not there yet.", plan, report);
            }
        }
    }

    private async Task PushAsync(PlannedPush push, V3Endpoints endpoints, PushReport report, CancellationToken cancellationToken)
    {
        if (!push.IsThere)
            report.Pushing(push.Package);
        var isPushed = !push.IsThere && await PushPackageAsync(push.Package, endpoints.Packages, cancellationToken);
        if (isPushed)
            report.Pushed(push.Package);
        else
            report.WasThere(push.Package);
        // Whether an earlier run got as far as this cannot be asked.
        if (endpoints.Symbols is not null && await Push.PushAsync(endpoints.Symbols, push.Package.Symbols, cancellationToken))
            report.Tell("pushed its symbols");
    }

    /// <returns>False when the package was there after all.</returns>
    private async Task<bool> PushPackageAsync(PackedPackage package, Uri endpoint, CancellationToken cancellationToken)
    {
        if (await Push.PushAsync(endpoint, package.File, cancellationToken))
            return true;
        // An answer that was lost makes NuGet push again, and then the first push is what is in the way.
        return await CompareAsync(package, cancellationToken) switch
        {
            FeedContent.Same => false,
            FeedContent.Other => throw new PushRefusal($"{package.Name}: somebody else has pushed another package with this version (409).", "Raise the version: this one can no longer be completed."),
            _ => throw new PushRefusal($"{package.Name}: the feed says that it has this version (409), but does not show it yet.", "Wait until it does, and run it again: it compares the two, and pushes the rest."),
        };
    }

    private static ReleaseException Failure(IReadOnlyList<string> what, string wayOut, IReadOnlyList<PlannedPush> plan, PushReport report)
    {
        var missing = plan.Where(push => report.IsMissing(push.Package)).Select(push => push.Package.Name).ToList();
        return new ReleaseException([.. what, report.Summary + (missing.Count == 0 ? "" : $" Not there: {string.Join(", ", missing)}."), wayOut]);
    }

    private V3Push Push => _push ?? throw new InvalidOperationException("There is no key.");

    private async Task<V3Endpoints> EndpointsAsync(CancellationToken cancellationToken) =>
        V3Endpoints.Of(await ResourceAsync<ServiceIndexResourceV3>(cancellationToken), Name);

    private async Task<T> ResourceAsync<T>(CancellationToken cancellationToken)
        where T : class, INuGetResource
    {
        // NuGet takes an index of the last 40 minutes from the cache that all its runs share, whatever it is asked for.
        var http = await _source.GetResourceAsync<HttpSourceResource>(cancellationToken);
        http!.HttpSource.HttpCacheDirectory = _cacheFolder;
        return await _source.GetResourceAsync<T>(cancellationToken) ?? throw new SpecException(
            $"{Name} is no NuGet v3 feed that shows what it has.", $"Set {FeedAddress.Variable} to the address of a feed's index.");
    }

    private static SourceCacheContext NoCache() => new() { NoCache = true, DirectDownload = true, RefreshMemoryCache = true };

    private async Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is not SpecException && !cancellationToken.IsCancellationRequested)
        {
            throw new SpecException($"{Name} cannot be read: {FeedError.Text(exception, _key)}", $"Check {FeedAddress.Variable}, the network, and whether the feed lets you read it.");
        }
    }
}
