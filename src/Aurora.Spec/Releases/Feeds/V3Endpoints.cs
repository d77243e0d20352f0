using Aurora.Spec.Sources;
using NuGet.Protocol;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>Where a feed's index says that the packages and their symbols are pushed to.</summary>
/// <param name="Packages">The address for packages.</param>
/// <param name="Symbols">The address for symbols; null when the feed takes none.</param>
internal sealed record V3Endpoints(Uri Packages, Uri? Symbols)
{
    /// <exception cref="SpecException">Nothing can be pushed, or only where the key could be read on the way.</exception>
    public static V3Endpoints Of(ServiceIndexResourceV3 index, string name) => new(
        Find(index, ServiceTypes.PackagePublish, name) ?? throw new SpecException(
            $"{name} names no address for a push (PackagePublish/2.0.0).", $"Set {FeedAddress.Variable} to a feed that takes packages."),
        Find(index, ServiceTypes.SymbolPackagePublish, name));

    private static Uri? Find(ServiceIndexResourceV3 index, string[] types, string name)
    {
        var address = index.GetServiceEntryUri(types);
        if (address is not null && !SourceAddress.IsPrivate(address))
            throw new SpecException(
                $"{name} has packages pushed to {SourceAddress.NameOf(address)}, which is not https: the key could be read on the way.",
                "Tell whoever runs the feed.");
        return address;
    }
}
