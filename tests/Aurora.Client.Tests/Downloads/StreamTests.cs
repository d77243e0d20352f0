using System.Text;

namespace Aurora.Client.Tests.Downloads;

/// <summary>Downloads to a stream, which keeps what it has received.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StreamTests : IDisposable
{
    private readonly StoredFile _film = StoredFile.Of(300_000);
    private readonly DownloadSession _session = new();
    private readonly MemoryStream _stream = new();

    public void Dispose() => _session.Dispose();

    [Test]
    public async Task File_is_written_behind_what_the_stream_contains()
    {
        _session.Answer = _film.Answer;
        _stream.Write("head "u8);

        await _session.Aurora.DownloadAsync(_session.Video, _stream);

        Assert.That(Encoding.ASCII.GetString(_stream.ToArray()), Is.EqualTo("head " + _film.Text));
        Assert.That(_stream.CanWrite);
        Assert.That(_session.Files, Is.Empty);
    }

    [Test]
    public async Task Lost_connection_resumes()
    {
        _session.Answer = head => StoredFile.RangeFrom(head) is null ? _film.Whole(breakAfter: 150_000) : _film.Answer(head);

        await _session.Aurora.DownloadAsync(_session.Video, _stream);

        Assert.That(Encoding.ASCII.GetString(_stream.ToArray()), Is.EqualTo(_film.Text));
        Assert.That(_session.Ranges, Is.EqualTo(new int?[] { null, 150_000 }));
    }

    [Test]
    public async Task Changed_file_fails_because_the_stream_has_the_beginning_of_another()
    {
        var changed = StoredFile.Of(300_000, "b", "ETag: \"v2\"");
        _session.Answer = head => StoredFile.RangeFrom(head) is null ? _film.Whole(breakAfter: 150_000) : changed.Answer(head);

        var error = await Thrown.By(() => _session.Aurora.DownloadAsync(_session.Video, _stream));

        Assert.That(error.Reason, Does.Contain("cannot be resumed after 150000 bytes"));
        Assert.That(Encoding.ASCII.GetString(_stream.ToArray()), Is.EqualTo(_film.Text[..150_000]));
    }

    [Test]
    public async Task Lost_connection_without_a_validator_is_not_retried()
    {
        _session.Answer = _ => new StoredFile(_film.Text).Whole(breakAfter: 150_000);

        var error = await Thrown.By(() => _session.Aurora.DownloadAsync(_session.Video, _stream));

        Assert.That((error.Kind, error.Attempts), Is.EqualTo((AuroraErrorKind.Network, 1)));
    }

    [Test]
    public async Task Exception_of_the_stream_is_thrown_as_it_is_and_not_retried()
    {
        _session.Answer = _film.Answer;
        await using var full = new FullStream();

        await Assert.ThatAsync(() => _session.Aurora.DownloadAsync(_session.Video, full), Throws.TypeOf<IOException>().With.Message.EqualTo("Full."));

        Assert.That(_session.Storage.Requests, Has.Count.EqualTo(1));
    }

    private sealed class FullStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Full.");
    }
}
