using Aurora.Cli.Downloads;
using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>Runs <c>aurora download</c> with an account, a storage host and a temporary folder.</summary>
internal sealed class DownloadSession : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AuroraServer Server { get; } = Account.Empty();

    public StorageServer Storage { get; } = new();

    public string Folder => Path.Combine(_folder.Path, "videos");

    /// <summary>The session of the latest run.</summary>
    public Session LastRun { get; private set; } = new();

    /// <summary>The files in the folder and its subfolders, without the record of their videos.</summary>
    public string[] Files => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path))
            .Where(name => name != DownloadRecord.FileName)
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Adds a finished video.</summary>
    /// <param name="name">The name of the video and of the downloaded file.</param>
    /// <param name="address">The path on the storage host, or an absolute address.</param>
    public Guid Add(string? name = "film", string address = "/film.mp4") => Server.Videos.Add(AuroraStatus.Done, video =>
    {
        video["name"] = name;
        video["video_output"] = address.StartsWith('/') ? Storage.Origin + address : address;
    });

    /// <summary>Adds a finished video whose file the storage host returns.</summary>
    public Guid Add(StoredFile film, string name = "film")
    {
        Storage.Answer = (request, reply) => film.AnswerAsync(request, reply);
        return Add(name);
    }

    /// <summary>Runs <c>aurora download</c>. By default, the file names do not contain ids.</summary>
    public Task<int> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] args) =>
        RunAsync(new Session(), cancellationToken, args);

    public Task<int> RunAsync(Session session, CancellationToken cancellationToken, params string[] args)
    {
        LastRun = session.WithKeysOf(Server);
        string[] template = args.Contains("--template") ? [] : ["--template", "{name}.{ext}"];
        return session.RunAsync(
            cancellationToken, ["download", "--to", Folder, "--base-url", Server.BaseAddress.ToString(), .. template, .. args]);
    }

    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
    }

    public void Dispose()
    {
        Server.Dispose();
        Storage.Dispose();
        _folder.Dispose();
    }
}
