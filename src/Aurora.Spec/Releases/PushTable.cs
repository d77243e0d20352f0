using System.Globalization;
using Aurora.Spec.Releases.Feeds;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Releases;

/// <summary>The files of a release, one a line, for a person and for a script.</summary>
internal static class PushTable
{
    public static void Write(IReadOnlyList<PlannedPush> plan, SpecConsole console)
    {
        var rows = plan.SelectMany(push => push.Package.Files.Select(file => Row(push, file)))
            .Prepend(["FILE", "VERSION", "BYTES", "SHA-256", "ON THE FEED"]).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            console.Output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string[] Row(PlannedPush push, string file) =>
    [
        Path.GetFileName(file),
        push.Package.Version.ToNormalizedString(),
        new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture),
        PackedPackage.Sha256(file),
        push.IsThere && file == push.Package.File ? "yes" : "no",
    ];
}
