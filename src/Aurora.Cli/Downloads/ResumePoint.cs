using System.Net.Http.Headers;

namespace Aurora.Cli.Downloads;

/// <summary>From where on a file is missing, and what must still hold of it at the server.</summary>
internal sealed record ResumePoint(long Position, RangeConditionHeaderValue Validator);
