using System.Reflection;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Tests.Growth;

/// <summary>A caller of a client that is generated from another document.</summary>
internal static class GrownCaller
{
    /// <summary>Generates the client, compiles it for every target framework, and calls <c>Caller.CallAsync</c>.</summary>
    public static async Task<string> CallAsync(SpecDocument document, string caller, Uri address)
    {
        var client = await GrownClient.OfAsync(document);
        Assert.That(client.Errors(), Is.Empty);

        var call = client.Compile(caller).GetType("Caller")!.GetMethod("CallAsync", BindingFlags.Public | BindingFlags.Static)!;
        return await (Task<string>)call.Invoke(null, [address])!;
    }
}
