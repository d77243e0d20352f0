using System.Net;
using Aurora.Client.Tests.Watching;

namespace Aurora.Client.Tests.Transport;

[TestFixture]
public sealed class ResponseBodyTests
{
    [Test]
    public async Task Body_that_cannot_be_opened_disposes_the_response()
    {
        var content = new Content(() => throw new IOException("Gone."));

        await Assert.ThatAsync(() => OpenAsync(content), Throws.TypeOf<IOException>().With.Message.EqualTo("Gone."));

        Assert.That(content.IsDisposed, Is.True);
    }

    [Test]
    public async Task Dispose_disposes_the_response()
    {
        var clock = new WaitingClock();
        var stream = new PieceStream([1], 1);
        var content = new Content(() => stream);

        var body = await OpenAsync(content, clock);

        Assert.That((content.IsDisposed, stream.IsDisposed, clock.Waiting), Is.EqualTo((false, false, 1)));
        body.Dispose();
        Assert.That((content.IsDisposed, stream.IsDisposed, clock.Waiting), Is.EqualTo((true, true, 0)));
    }

    private static Task<ResponseBody> OpenAsync(HttpContent content, TimeProvider? clock = null) =>
        ResponseBody.OpenAsync(new HttpResponseMessage { Content = content }, new AuroraClientOptions { TimeProvider = clock ?? TimeProvider.System }, CancellationToken.None);

    private sealed class Content(Func<Stream> open) : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(open());

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
