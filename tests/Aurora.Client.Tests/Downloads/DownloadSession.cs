using Aurora.Client.Tests.Transport;

namespace Aurora.Client.Tests.Downloads;

/// <summary>A client, a storage host and a temporary folder for the file.</summary>
internal sealed class DownloadSession : IDisposable
{
    public const string Id = "an-api-id-of-a-test";
    public const string Key = "an-api-key-of-a-test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aurora-download-");

    public DownloadSession(bool stalls = false, TimeProvider? clock = null, TimeSpan? attemptTimeout = null)
    {
        Storage = new LocalServer(head => Answer(head)) { Stalls = stalls };
        Aurora = AuroraClient.Create(Options(clock, attemptTimeout));
        Video = Done(new Uri(Storage.Address, "film.mp4?signature=secret").ToString());
    }

    public LocalServer Storage { get; }

    public AuroraClient Aurora { get; }

    /// <summary>A finished video on the storage host.</summary>
    public AuroraFlow Video { get; }

    /// <summary>Answers a request, given its first line and headers.</summary>
    public Func<string, string> Answer { get; set; } = _ => LocalServer.Response(404);

    public string Path => System.IO.Path.Combine(_folder.FullName, "film.mp4");

    public string PartPath => System.IO.Path.Combine(_folder.FullName, ".film.mp4.part");

    public string StatePath => PartPath + ".json";

    public string[] Files => [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>The start of the range in each request, or null for the whole file.</summary>
    public IEnumerable<int?> Ranges => Storage.Requests.Select(StoredFile.RangeFrom);

    public static AuroraFlow Done(string address) => new() { Id = Guid.NewGuid(), Status = AuroraStatus.Done, VideoOutput = address };

    public static AuroraClientOptions Options(TimeProvider? clock = null, TimeSpan? attemptTimeout = null)
    {
        var options = new AuroraClientOptions { ApiId = Id, ApiKey = Key, RetryDelay = TimeSpan.Zero, TimeProvider = clock ?? TimeProvider.System };
        options.AttemptTimeout = attemptTimeout ?? options.AttemptTimeout;
        return options;
    }

    public Task DownloadAsync(bool overwrite = false, CancellationToken cancellationToken = default) =>
        Aurora.DownloadAsync(Video, Path, overwrite, cancellationToken: cancellationToken);

    public string Read() => File.ReadAllText(Path);

    public void Dispose()
    {
        Aurora.Dispose();
        Storage.Dispose();
        _folder.Delete(recursive: true);
    }
}
