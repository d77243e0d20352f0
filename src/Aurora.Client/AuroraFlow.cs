using System.Diagnostics;

namespace Aurora.Client;

// CUSTOM: the document does not say which properties people recognize a video by.
[DebuggerDisplay("{ToString(),nq}")]
public partial class AuroraFlow
{
    private const int MaxNameLength = 100;

    /// <summary>Returns the name, the status and the id of the video on one line, such as <c>Launch: done (0f8fad5b-d9cb-469f-a165-70867728950e)</c>.</summary>
    public override string ToString() => $"{(string.IsNullOrEmpty(Name) ? "" : PrintableText.Of(Name!, MaxNameLength) + ": ")}{Status} ({Id})";
}
