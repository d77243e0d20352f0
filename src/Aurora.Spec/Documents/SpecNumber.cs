using System.Globalization;

namespace Aurora.Spec.Documents;

/// <summary>Compares numbers of a document by value: 1 and 1.0 are the same.</summary>
internal static class SpecNumber
{
    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    public static bool Same(string one, string other) =>
        one == other || (TryParse(one, out var first) && TryParse(other, out var second) && first.Equals(second)
            // Above 2^53, two neighboring integers can be the same double.
            && (Math.Abs(first) < 9e15 || decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var otherExact) && exact == otherExact));
}
