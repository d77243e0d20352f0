using System.Globalization;

namespace Aurora.Spec.Documents;

/// <summary>Numbers of a document, compared by value: 1 and 1.0 are the same.</summary>
internal static class SpecNumber
{
    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    public static bool Same(string one, string other) =>
        one == other || (TryParse(one, out var first) && TryParse(other, out var second) && first.Equals(second)
            // Beyond 2^53 a double no longer tells neighbours apart.
            && (Math.Abs(first) < 9e15 || decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var otherExact) && exact == otherExact));
}
