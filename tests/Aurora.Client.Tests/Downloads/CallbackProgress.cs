namespace Aurora.Client.Tests.Downloads;

/// <summary>Hands out each report on the thread that makes it.</summary>
internal sealed class CallbackProgress(Action<AuroraDownloadProgress> callback) : IProgress<AuroraDownloadProgress>
{
    public void Report(AuroraDownloadProgress value) => callback(value);
}
