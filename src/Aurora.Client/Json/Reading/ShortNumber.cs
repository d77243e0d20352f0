namespace Aurora.Client;

/// <summary>
/// Reads common numbers, such as 0.25 or 44, with at most fifteen digits and no exponent. The digits and the power of ten are both
/// exact in a double, so their quotient is the nearest double, as IEEE 754 requires of a division.
/// </summary>
internal static class ShortNumber
{
    private const int MaxDigits = 15;
    private const byte Fraction = 4;
    private const double MostExact = 1L << 53;
    private const double MostScaled = 1e11;

    private static readonly double[] PowersOfTen = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Returns whether the value is an integer that a double represents exactly, and not negative zero.</summary>
    public static bool IsWhole(double value, out long whole)
    {
        whole = value is > -MostExact and < MostExact ? (long)value : 0;
        return whole == value && (whole != 0 || BitConverter.DoubleToInt64Bits(value) == 0);
    }

    /// <summary>Returns whether the value has at most four decimal places, so that it can be written faster.</summary>
    public static bool IsShort(double value, out decimal number)
    {
        number = 0;
        if (value is not (> -MostScaled and < MostScaled))
            return false;
        var digits = (long)Math.Round(value * PowersOfTen[Fraction]);
        if (digits / PowersOfTen[Fraction] != value || digits == 0)
            return false;
        byte scale = Fraction;
        for (; digits % 10 == 0; digits /= 10)
            scale--;
        var positive = Math.Abs(digits);
        number = new decimal((int)positive, (int)(positive >> 32), 0, digits < 0, scale);
        return true;
    }

    /// <returns>False if the number must be read in another way.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, out double value)
    {
        value = 0;
        var isNegative = json[0] == '-';
        var digits = isNegative ? json[1..] : json;
        if (digits.Length > MaxDigits + 1)
            return false;
        var (number, point) = (0L, digits.Length);
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] == '.')
                point = i + 1;
            else if (digits[i] is >= (byte)'0' and <= (byte)'9')
                number = (number * 10) + digits[i] - '0';
            else
                return false;
        }

        value = number / PowersOfTen[digits.Length - point];
        value = isNegative ? -value : value;
        return point < digits.Length || digits.Length <= MaxDigits;
    }
}
