using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests;

/// <summary>Servers that give the same body to every request, and the videos for such bodies.</summary>
internal static class Answers
{
    public static AuroraServer Of(string body)
    {
        var server = Account.Empty();
        server.InjectFaultWhen(_ => true, AuroraFault.Body(body), int.MaxValue);
        return server;
    }

    /// <summary>An answer that holds these. Those that <see cref="Video"/> makes were all created at the same time, so that no order of them is wrong.</summary>
    public static AuroraServer Of(params IEnumerable<JToken> elements) => Of(new JArray(elements).ToString());

    /// <summary>A video as the document has it, apart from the one property; without that where the value is null.</summary>
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
