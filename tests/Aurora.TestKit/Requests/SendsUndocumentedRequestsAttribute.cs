namespace Aurora.TestKit;

/// <summary>Allows a test to send requests that are not valid against the document. The test fails if it sends none.</summary>
/// <param name="reason">The reason why the test sends them.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SendsUndocumentedRequestsAttribute(string reason) : Attribute
{
    /// <summary>Gets the reason why the test sends such requests.</summary>
    public string Reason => reason;
}
