using Aurora.Testing;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Aurora.Document;

/// <summary>
/// Every request that a test of the assembly makes to a fake is one that the document has; another fails the test, unless that
/// says so with <see cref="SendsUndocumentedRequestsAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DocumentedRequestsAttribute : Attribute, ITestAction
{
    private static readonly RequestWatch Watch = new(AuroraDocument.Current);

    // As early as NUnit reads the attribute, which is before any test or setup starts a server.
    static DocumentedRequestsAttribute() => AuroraServer.Started += server => Watch.Watch(server, TestContext.CurrentContext.Test.ID);

    /// <inheritdoc/>
    public ActionTargets Targets => ActionTargets.Test;

    /// <inheritdoc/>
    public void BeforeTest(ITest test) => Watch.Begin(test.Id, Above(test).Select(fixture => fixture.Id));

    /// <inheritdoc/>
    public void AfterTest(ITest test) => Judge(Watch.End(test.Id), test.Method?.GetCustomAttributes<SendsUndocumentedRequestsAttribute>(inherit: true).SingleOrDefault());

    internal static void Judge(IReadOnlyList<string> faults, SendsUndocumentedRequestsAttribute? excuse)
    {
        if (faults.Count > 0 && excuse is null)
            throw new AssertionException($"Requests that the document does not have:\n{string.Join('\n', faults)}");
        if (faults.Count == 0 && excuse is not null)
            throw new AssertionException($"[SendsUndocumentedRequests(\"{excuse.Reason}\")] is no longer needed: every request was one that the document has.");
    }

    private static IEnumerable<ITest> Above(ITest test)
    {
        for (var at = test.Parent; at is not null; at = at.Parent)
            yield return at;
    }
}
