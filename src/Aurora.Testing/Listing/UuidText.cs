using System.Text.RegularExpressions;

namespace Aurora.Testing.Listing;

/// <summary>The one text form of a UUID that the document allows: hexadecimal digits in groups of 8-4-4-4-12.</summary>
internal static partial class UuidText
{
    // Guid.TryParseExact alone takes surrounding blanks and "0x" inside the groups as well.
    public static bool TryParse(string text, out Guid uuid)
    {
        uuid = default;
        return Form().IsMatch(text) && Guid.TryParseExact(text, "D", out uuid);
    }

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Form();
}
