using System.Diagnostics;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Aurora.TestKit;

/// <summary>
/// Fails each test of the assembly that sends a request to a fake that is not valid against the document. A test that sends such requests
/// on purpose must have the attribute <see cref="SendsUndocumentedRequestsAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DocumentedRequestsAttribute : Attribute, ITestAction
{
    private static readonly RequestMonitor Monitor = new(AuroraDocument.Current);

    // NUnit reads the attribute before any test or setup can start a fake.
    static DocumentedRequestsAttribute() => DiagnosticListener.AllListeners.Subscribe(new FakeRequestObserver(Monitor.Check));

    /// <inheritdoc/>
    public ActionTargets Targets => ActionTargets.Test;

    /// <inheritdoc/>
    public void BeforeTest(ITest test) => Monitor.Begin(test.Id, Ancestors(test).Select(fixture => fixture.Id));

    /// <inheritdoc/>
    public void AfterTest(ITest test) =>
        ThrowIfUnexpected(
            Monitor.End(test.Id), test.Method?.GetCustomAttributes<SendsUndocumentedRequestsAttribute>(inherit: true).SingleOrDefault());

    private static void ThrowIfUnexpected(IReadOnlyList<string> errors, SendsUndocumentedRequestsAttribute? exemption)
    {
        if (errors.Count > 0 && exemption is null)
            throw new AssertionException($"The test sent requests that are not valid against the document:\n{string.Join('\n', errors)}");
        if (errors.Count == 0 && exemption is not null)
        {
            throw new AssertionException(
                $"[SendsUndocumentedRequests(\"{exemption.Reason}\")] is not needed, because every request was valid. Fix: remove it.");
        }
    }

    private static IEnumerable<ITest> Ancestors(ITest test)
    {
        for (var ancestor = test.Parent; ancestor is not null; ancestor = ancestor.Parent)
            yield return ancestor;
    }
}
