using System.Net;

namespace Aurora.Testing.Tests;

/// <summary>Fails the test if a 200 body is not valid against the vendor's document.</summary>
internal sealed class DocumentCheck() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK && request.Method == HttpMethod.Get)
        {
            var errors = AuroraDocument.Current.CheckBody(await response.Content.ReadAsStringAsync(cancellationToken));
            Assert.That(errors, Is.Empty, "The body is not valid against the document.");
        }

        return response;
    }
}
