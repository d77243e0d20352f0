using System.Net;
using Aurora.Document;

namespace Aurora.Testing.Tests;

/// <summary>Fails the call when a 200 body breaks the vendor's document.</summary>
internal sealed class DocumentCheck() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            var faults = AuroraDocument.Current.CheckBody(await response.Content.ReadAsStringAsync(cancellationToken));
            Assert.That(faults, Is.Empty, "The body breaks the document.");
        }

        return response;
    }
}
