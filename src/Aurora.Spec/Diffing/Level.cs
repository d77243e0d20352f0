namespace Aurora.Spec.Diffing;

/// <summary>How much a difference matters on the wire, in oasdiff's words.</summary>
internal enum Level
{
    Info,
    Warn,
    Err,
}
