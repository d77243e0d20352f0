namespace Aurora.Reliability.Tests.Faults;

/// <summary>What a client asked for.</summary>
/// <param name="Target">The path and the query.</param>
/// <param name="Number">Which request for this target it was, the first being 1.</param>
internal sealed record RawRequest(string Target, int Number)
{
    public static RawRequest Parse(string head)
    {
        var lines = head.Split("\r\n");
        var number = lines.Single(line => line.StartsWith(NumberingHandler.Header + ":", StringComparison.OrdinalIgnoreCase));
        return new RawRequest(lines[0].Split(' ')[1], int.Parse(number.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
