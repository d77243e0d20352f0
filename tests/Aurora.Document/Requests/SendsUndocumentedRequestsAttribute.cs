namespace Aurora.Document;

/// <summary>On a test that makes requests on purpose which the document does not have. It fails where it makes none.</summary>
/// <param name="reason">Why it makes them.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SendsUndocumentedRequestsAttribute(string reason) : Attribute
{
    /// <summary>Why it makes them.</summary>
    public string Reason => reason;
}
