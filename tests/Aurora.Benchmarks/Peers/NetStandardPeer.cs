using System.Reflection;
using System.Runtime.Loader;
using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>Reads with the client's assembly for netstandard2.0, which applications on .NET Framework get, on this version of .NET.</summary>
internal sealed class NetStandardPeer : IReadingPeer
{
    private readonly Func<byte[], object> _read;
    private readonly Action<object, Stream> _write;
    private readonly Func<object, int> _askForAddresses;

    public NetStandardPeer()
    {
        var type = new Context().LoadFromAssemblyPath(typeof(NetStandardPeer).Assembly.Location).GetType(typeof(AuroraPeer.Reading).FullName!, throwOnError: true)!;
        var peer = Activator.CreateInstance(type)!;
        _read = Bind<Func<byte[], object>>(peer, nameof(Read));
        _write = Bind<Action<object, Stream>>(peer, nameof(Write));
        _askForAddresses = Bind<Func<object, int>>(peer, nameof(AskForAddresses));
    }

    public object Read(byte[] json) => _read(json);

    public void Write(object list, Stream json) => _write(list, json);

    // The types of the other assembly have the same names, but are different types here.
    public IEnumerable<VideoFacts> Facts(object list)
    {
        using var json = new MemoryStream();
        Write(list, json);
        var peer = new AuroraPeer.Reading();
        return peer.Facts(peer.Read(json.ToArray()));
    }

    public int AskForAddresses(object list) => _askForAddresses(list);

    private static T Bind<T>(object peer, string method)
        where T : Delegate => peer.GetType().GetMethod(method)!.CreateDelegate<T>(peer);

    /// <summary>Loads this program again, with the other assembly of the client.</summary>
    private sealed class Context() : AssemblyLoadContext("netstandard2.0")
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "Aurora.Client"
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "Aurora.Client.dll"))
            : null;
    }
}
