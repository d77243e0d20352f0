namespace Aurora.Reliability.Tests.Faults;

/// <summary>What a client asked for.</summary>
/// <param name="Target">The path and the query.</param>
/// <param name="Number">Which request for this target it was, the first being 1; 0 when nobody numbered it.</param>
internal sealed record RawRequest(string Target, int Number)
{
    public static RawRequest Parse(string head)
    {
        var lines = head.Split("\r\n");
        var number = lines.SingleOrDefault(line => line.StartsWith(NumberingHandler.Header + ":", StringComparison.OrdinalIgnoreCase));
        return new RawRequest(lines[0].Split(' ')[1], number is null ? 0 : int.Parse(number.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
