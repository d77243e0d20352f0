namespace Aurora.Contract.Tests.Replaying;

/// <summary>Whether a value that was read is the very one that was sent: bits of numbers, offsets of times, letters of texts.</summary>
internal static class Sameness
{
    public static bool Of(object? expected, object? read) => (expected, read) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other),
        (float one, float other) => BitConverter.SingleToInt32Bits(one) == BitConverter.SingleToInt32Bits(other),
        (DateTimeOffset one, DateTimeOffset other) => one.EqualsExact(other),
        (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
        (string one, Uri other) => one == other.OriginalString,
        (string one, string other) => one == other,
        // A type for an enum.
        (string one, _) => one == EnumText(read),
        _ => expected.Equals(read),
    };

    private static string? EnumText(object read) => ClientTypes.KnownValuesOf(read.GetType()) is null ? null : read.ToString();
}
