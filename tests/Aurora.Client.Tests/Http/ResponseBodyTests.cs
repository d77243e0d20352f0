using System.Net;

namespace Aurora.Client.Tests.Http;

[TestFixture]
public sealed class ResponseBodyTests
{
    [Test]
    public async Task Body_that_cannot_be_opened_gives_its_response_back()
    {
        var content = new Content(() => throw new IOException("Gone."));

        await Assert.ThatAsync(() => OpenAsync(content), Throws.TypeOf<IOException>().With.Message.EqualTo("Gone."));

        Assert.That(content.IsDisposed, Is.True);
    }

    [Test]
    public async Task Response_is_given_back_with_its_body()
    {
        var content = new Content(() => new MemoryStream());

        var body = await OpenAsync(content);

        Assert.That(content.IsDisposed, Is.False);
        body.Dispose();
        Assert.That(content.IsDisposed, Is.True);
    }

    private static Task<ResponseBody> OpenAsync(HttpContent content) =>
        ResponseBody.OpenAsync(new HttpResponseMessage { Content = content }, new AuroraClientOptions(), CancellationToken.None);

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
