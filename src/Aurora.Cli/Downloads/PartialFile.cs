using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurora.Cli.Downloads;

/// <summary>
/// The beginning of a file, beside the place where the whole one will be: <c>.NAME.part</c>, and <c>.NAME.part.json</c> with what it takes to
/// go on. It stays when it can be continued, and is deleted when it cannot. One process at a time can have it. What the disk refuses is a
/// <see cref="DownloadException"/>, so that nobody takes it for the network's.
/// </summary>
internal sealed partial class PartialFile : IDisposable
{
    private readonly string _target;
    private readonly string _path;
    private readonly string _statePath;
    private readonly Guid _video;
    private readonly FileStream _stream;
    private PartialState? _state;
    private bool _isWhole;

    public PartialFile(string target, Guid video)
    {
        _target = target;
        _video = video;
        _path = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.part");
        _statePath = $"{_path}.json";
        // Whoever can write in the folder could have put links there.
        foreach (var path in new[] { _path, _statePath }.Where(path => new FileInfo(path).LinkTarget is not null))
            File.Delete(path);
        _stream = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true);
        _state = Load();
        if (_state is null || _state.Total < _stream.Length)
            Clear();
        _stream.Seek(0, SeekOrigin.End);
    }

    public long Length => _stream.Length;

    public long? Total => _state?.Total;

    public string? ETag => _state?.ETag;

    /// <summary>Whether all has come. Unknown, and so false, where nobody said how long it is.</summary>
    public bool IsComplete => Total == Length;

    /// <summary>From where on to ask, or null for the whole file.</summary>
    public ResumePoint? Resume => Length > 0 && _state?.Validator is { } validator ? new ResumePoint(Length, validator) : null;

    /// <summary>Empties it, for the file that this answer brings.</summary>
    public void Begin(HttpResponseMessage response)
    {
        Clear();
        _state = PartialState.Of(_video, response);
        if (_state.Validator is not null)
            Save(_state);
    }

    /// <summary>Empties it, so that the whole file is asked for.</summary>
    public void Clear()
    {
        _state = null;
        try
        {
            File.Delete(_statePath);
            _stream.SetLength(0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritten(exception);
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _stream.WriteAsync(bytes, CancellationToken.None);
        }
        catch (IOException exception)
        {
            throw Unwritten(exception);
        }
        catch (ArgumentOutOfRangeException)
        {
            // How .NET tells of EFBIG.
            throw new DownloadException("it cannot be written: it is larger than the file system allows");
        }
    }

    /// <summary>Gives the whole file its name.</summary>
    /// <param name="overwrite">Whether one that has the name is replaced; otherwise it stays, and this one too.</param>
    public void Complete(bool overwrite)
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_path, _target, overwrite);
        _isWhole = true;
        File.Delete(_statePath);
    }

    public void Dispose()
    {
        var canGoOn = _isWhole || !_stream.CanWrite || Resume is not null;
        _stream.Dispose();
        if (canGoOn)
            return;
        File.Delete(_statePath);
        File.Delete(_path);
    }

    private PartialState? Load()
    {
        try
        {
            using var file = new FileStream(_statePath, FileMode.Open, FileAccess.Read);
            return JsonSerializer.Deserialize(file, StateJson.Default.PartialState) is { Validator: not null } state && state.Video == _video ? state : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    private void Save(PartialState state)
    {
        try
        {
            using var file = new FileStream(_statePath, FileMode.Create, FileAccess.Write);
            JsonSerializer.Serialize(file, state, StateJson.Default.PartialState);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritten(exception);
        }
    }

    private static DownloadException Unwritten(Exception exception) => new($"it cannot be written: {exception.Message}");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(PartialState))]
    private sealed partial class StateJson : JsonSerializerContext;
}
