using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>An account, a storage host for its files, a folder on this machine, and someone who downloads.</summary>
internal sealed class DownloadSession : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AuroraServer Server { get; } = Account.Empty();

    public StorageServer Storage { get; } = new();

    public HastyClock Clock { get; } = new();

    public string Folder => Path.Combine(_folder.Path, "videos");

    /// <summary>What the latest run said.</summary>
    public Session Said { get; private set; } = new();

    /// <summary>All files of the folder, with those in sub-folders.</summary>
    public string[] Files => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Adds a video that is done.</summary>
    /// <param name="name">Its name, and that of its file.</param>
    /// <param name="address">Its file at the storage host, or anywhere.</param>
    public Guid Add(string? name = "film", string address = "/film.mp4") => Server.Videos.Add(AuroraStatus.Done, video =>
    {
        video["name"] = name;
        video["video_output"] = address.StartsWith('/') ? Storage.Origin + address : address;
    });

    /// <summary>Adds a file that the storage host has, and its video.</summary>
    public Guid Add(Film film, string name = "film")
    {
        Storage.Answer = (request, reply) => film.AnswerAsync(request, reply);
        return Add(name);
    }

    /// <summary>Runs <c>aurora download</c> with names without ids, so that tests can tell them.</summary>
    public Task<int> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] args) => RunAsync(new Session { Clock = Clock }, cancellationToken, args);

    public Task<int> RunAsync(Session session, CancellationToken cancellationToken, params string[] args)
    {
        Said = session.WithKeysOf(Server);
        string[] template = args.Contains("--template") ? [] : ["--template", "{name}.{ext}"];
        return session.RunAsync(cancellationToken, ["download", "--to", Folder, "--base-url", Server.BaseAddress.ToString(), .. template, .. args]);
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
