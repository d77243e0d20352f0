using System.Globalization;
using System.Text;

namespace Aurora.Client.Tests.Json.Reading;

[TestFixture]
public sealed class ShortNumberTests
{
    [TestCase("0")]
    [TestCase("-0")]
    [TestCase("0.0")]
    [TestCase("-0.000")]
    [TestCase("44")]
    [TestCase("0.1")]
    [TestCase("-12.375")]
    [TestCase("999999999999999")]
    [TestCase("0.00000000000001")]
    [TestCase("99999999.9999999")]
    public void Number_is_read_as_the_nearest_double(string json) => Assert.That(Bits(json), Is.EqualTo(Expected(json)));

    [TestCase("1e5")]
    [TestCase("1E-5")]
    [TestCase("9999999999999999")]
    [TestCase("0.000000000000001")]
    [TestCase("123456789012345678901234567890")]
    public void Long_number_or_one_with_an_exponent_is_not_read(string json) =>
        Assert.That(ShortNumber.TryRead(Encoding.ASCII.GetBytes(json), out _), Is.False);

    [Test]
    public void Random_numbers_are_read_as_the_nearest_doubles()
    {
        var random = new Random(7);
        foreach (var json in Enumerable.Range(0, 100_000).Select(_ => $"{random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 8)))}.{random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 8)))}"))
            Assert.That(Bits(json), Is.EqualTo(Expected(json)), json);
    }

    private static long Bits(string json)
    {
        Assert.That(ShortNumber.TryRead(Encoding.ASCII.GetBytes(json), out var value), Is.True, json);
        return BitConverter.DoubleToInt64Bits(value);
    }

    private static long Expected(string json) => BitConverter.DoubleToInt64Bits(double.Parse(json, CultureInfo.InvariantCulture));
}
