using NuGet.Common;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>Hands NuGet's own messages on to the log of the release, which takes the key out of them.</summary>
internal sealed class FeedLogger(Action<string> add) : LoggerBase(LogLevel.Information)
{
    public override void Log(ILogMessage message) => add($"{message.Level}: {message.Message}");

    public override Task LogAsync(ILogMessage message)
    {
        Log(message);
        return Task.CompletedTask;
    }
}
