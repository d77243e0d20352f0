using System.Globalization;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>
/// Compares a value that was read with the expected value, including the bits of numbers, the offsets of times and the case of text.
/// </summary>
internal static class ValueEquality
{
    public static bool AreEqual(object? expected, object? read) => (expected, read) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other),
        (float one, float other) => BitConverter.SingleToInt32Bits(one) == BitConverter.SingleToInt32Bits(other),
        (DateTimeOffset one, DateTimeOffset other) => one.EqualsExact(other),
        (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
        (string one, Uri other) => one == other.OriginalString,
        (string one, string other) => one == other,
        (int one, Enum other) => one == Convert.ToInt32(other, CultureInfo.InvariantCulture),
        // Enum types are generated.
        (string one, _) => one == EnumText(read),
        _ => expected.Equals(read),
    };

    private static string? EnumText(object read) => ClientTypes.KnownValuesOf(read.GetType()) is null ? null : read.ToString();
}
