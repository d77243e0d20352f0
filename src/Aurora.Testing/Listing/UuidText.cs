using System.Text.RegularExpressions;

namespace Aurora.Testing.Listing;

/// <summary>Parses UUIDs in the only form that the document allows: hexadecimal digits in groups of 8-4-4-4-12.</summary>
internal static partial class UuidText
{
    // Guid.TryParseExact also accepts surrounding spaces, and "0x" in the groups.
    public static bool TryParse(string text, out Guid uuid)
    {
        uuid = default;
        return Form().IsMatch(text) && Guid.TryParseExact(text, "D", out uuid);
    }

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Form();
}
