using System.Net.Http.Headers;

namespace Aurora.Cli.Downloads;

/// <summary>The position to resume a download from, and the validator that must still match.</summary>
internal sealed record ResumePoint(long Position, RangeConditionHeaderValue Validator);
