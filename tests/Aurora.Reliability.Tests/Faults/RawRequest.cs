namespace Aurora.Reliability.Tests.Faults;

/// <summary>A received request.</summary>
/// <param name="Target">The path and the query.</param>
/// <param name="Number">The number of the request for this target, starting at 1, or 0 if the request is not numbered.</param>
internal sealed record RawRequest(string Target, int Number)
{
    public static RawRequest Parse(string head)
    {
        var lines = head.Split("\r\n");
        var number = lines.SingleOrDefault(line => line.StartsWith(NumberingHandler.Header + ":", StringComparison.OrdinalIgnoreCase));
        return new RawRequest(
            lines[0].Split(' ')[1], number is null ? 0 : int.Parse(number.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
