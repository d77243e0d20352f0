using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests;

/// <summary>Starts servers that return the same body for every request, and creates videos for such bodies.</summary>
internal static class FixedResponse
{
    public static AuroraServer Serve(string body)
    {
        var server = Account.Empty();
        server.InjectFaultWhen(_ => true, AuroraFault.Body(body), int.MaxValue);
        return server;
    }

    /// <summary>
    /// Starts a server that returns these elements. All results of <see cref="Video(string, string?)"/> have the same creation time, so any
    /// order is valid.
    /// </summary>
    public static AuroraServer Serve(params IEnumerable<JToken> elements) => Serve(new JArray(elements).ToString());

    /// <summary>Creates a valid video with a different value for one property, or without this property if the value is null.</summary>
    public static JObject Video(string property, string? value)
    {
        var video = AuroraVideoGenerator.Generate(1).Single();
        video["created_at"] = "2026-01-31T10:20:30Z";
        if (value is null)
            video.Remove(property);
        else
            video[property] = JToken.Parse(value);
        return video;
    }

    public static JObject Video() => Video("is_hidden", "false");
}
