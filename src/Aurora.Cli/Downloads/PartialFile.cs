using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aurora.Cli.Downloads;

/// <summary>
/// An incomplete download: <c>.NAME.part</c> contains the data, and <c>.NAME.part.json</c> what is required to resume. Both files are deleted
/// if the download cannot be resumed. Only one process can open them. Disk errors are <see cref="DownloadException"/>s, so that they are not
/// mistaken for network errors.
/// </summary>
internal sealed partial class PartialFile : IDisposable
{
    private readonly string _target;
    private readonly string _path;
    private readonly string _statePath;
    private readonly Guid _video;
    private readonly FileStream _stream;
    private PartialState? _state;
    private bool _isComplete;

    public PartialFile(string target, Guid video)
    {
        _target = target;
        _video = video;
        _path = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.part");
        _statePath = $"{_path}.json";
        // Another user with write access to the folder could have created a link.
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

    /// <summary>Whether the file is complete. False if the total length is unknown.</summary>
    public bool IsComplete => Total == Length;

    /// <summary>The position to resume from, or null to request the whole file.</summary>
    public ResumePoint? Resume => Length > 0 && _state?.Validator is { } validator ? new ResumePoint(Length, validator) : null;

    /// <summary>Clears the file and stores the state for a new response.</summary>
    public void Begin(HttpResponseMessage response)
    {
        Clear();
        _state = PartialState.Of(_video, response);
        if (_state.Validator is not null)
            Save(_state);
    }

    /// <summary>Clears the file, so that the whole file is requested.</summary>
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
            throw WriteError(exception);
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
            throw WriteError(exception);
        }
        catch (ArgumentOutOfRangeException)
        {
            // .NET throws this exception for EFBIG.
            throw new DownloadException("the file cannot be written: it is larger than the file system allows");
        }
    }

    /// <summary>Renames the complete file.</summary>
    /// <param name="overwrite">Whether to replace an existing file. If false and the file exists, both files are kept.</param>
    public void Complete(bool overwrite)
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_path, _target, overwrite);
        _isComplete = true;
        File.Delete(_statePath);
    }

    public void Dispose()
    {
        var canResume = _isComplete || !_stream.CanWrite || Resume is not null;
        _stream.Dispose();
        if (canResume)
            return;
        File.Delete(_statePath);
        File.Delete(_path);
    }

    private PartialState? Load()
    {
        try
        {
            using var file = new FileStream(_statePath, FileMode.Open, FileAccess.Read);
            var state = JsonSerializer.Deserialize(file, StateJson.Default.PartialState);
            return state is { Validator: not null } && state.Video == _video ? state : null;
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
            throw WriteError(exception);
        }
    }

    private static DownloadException WriteError(Exception exception) => new($"the file cannot be written: {exception.Message}");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(PartialState))]
    private sealed partial class StateJson : JsonSerializerContext;
}
