using System.Globalization;

namespace Aurora.Cli.Downloads;

/// <summary>Numbers of bytes for a person, in powers of a thousand.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    public static string Of(long bytes)
    {
        double size = bytes;
        var unit = 0;
        // What would round to 1000 goes on to the next unit.
        for (; size >= 999.95; unit++)
            size /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }
}
