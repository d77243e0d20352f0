using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests;

/// <summary>Creates servers with a small account.</summary>
internal static class Account
{
    public static AuroraServer Empty() => AuroraServer.Start(new AuroraServerOptions { VideoCount = 0 });

    /// <summary>Starts a server with one generated video, in which some properties are replaced.</summary>
    public static AuroraServer With(params (string Property, JToken? Value)[] changes)
    {
        var server = Empty();
        var video = AuroraVideoGenerator.Generate(1).Single();
        foreach (var (property, value) in changes)
            video[property] = value;
        server.Videos.Add(video);
        return server;
    }

    public static string[] IdsOf(AuroraServer server) => [.. server.Videos.Select(video => (string)video["id"]!)];
}
