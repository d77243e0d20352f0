using System.Diagnostics;
using Aurora.Testing.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using WireMock.ResponseProviders;

namespace Aurora.TestKit;

/// <summary>
/// Observes the requests to all fakes in this process through the diagnostics of ASP.NET Core. A fake that a command starts is observed too,
/// and the shipped assembly needs no hook for tests.
/// </summary>
/// <param name="onRequest">Is called with the ID of the test or fixture that started the fake, and the request.</param>
internal sealed class FakeRequestObserver(Action<string, SentRequest> onRequest) : IObserver<DiagnosticListener>
{
    private const string ListenerName = "Microsoft.AspNetCore";
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private const string RequestStarted = Request + ".Start";

    // Each web host creates its listener when it starts, in the context of the test that starts it.
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != ListenerName)
            return;
        var owner = TestContext.CurrentContext.Test.ID;
        value.Subscribe(new HostObserver(request => onRequest(owner, request)), name => name is Request or RequestStarted);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private sealed class HostObserver(Action<SentRequest> onRequest) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: RequestStarted, Value: HttpContext context } && IsFake(context))
                onRequest(SentRequest.Of(new ReceivedRequest(context.Request)));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private static bool IsFake(HttpContext context) => context.RequestServices.GetService<IResponseProvider>() is AuroraResponseProvider;
    }
}
