using System.Globalization;

namespace Aurora.Benchmarks.Report;

/// <summary>Formats the numbers in the table.</summary>
internal static class Figures
{
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 10_000 => Text(nanoseconds / 1_000, "0.00", "µs"),
        < 1_000_000 => Text(nanoseconds / 1_000, "0", "µs"),
        _ => Text(nanoseconds / 1_000_000, "0.0", "ms"),
    };

    public static string Bytes(double bytes) => bytes switch
    {
        < 1024 * 1024 => Text(bytes / 1024, "0.0", "KiB"),
        _ => Text(bytes / 1024 / 1024, "0.00", "MiB"),
    };

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(double value, string format, string unit) => $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
}
