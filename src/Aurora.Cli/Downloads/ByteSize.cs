namespace Aurora.Cli.Downloads;

/// <summary>Formats a number of bytes with decimal units.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    public static string Format(long bytes)
    {
        double size = bytes;
        var unit = 0;
        // A size that rounds to 1000 uses the next unit.
        for (; size >= 999.95; unit++)
            size /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }
}
