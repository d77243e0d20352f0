namespace Aurora.Client.Tests.Json;

[TestFixture]
[SetCulture("de-DE")]
public sealed class ParameterTextTests
{
    private static readonly TestCaseData[] Values =
    [
        new("a, b", "a, b"),
        new(true, "true"),
        new(false, "false"),
        new(new DateTime(2026, 1, 31, 10, 20, 30), "2026-01-31"),
        new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), "2026-01-02T03:04:05+02:00"),
        new(new DateTimeOffset(2026, 1, 2, 13, 4, 5, TimeSpan.Zero).AddTicks(1_200_000), "2026-01-02T13:04:05.12+00:00"),
        new(DayOfWeek.Friday, "5"),
        new(0.1, "0.1"),
        new(1e300, "1E+300"),
        new(0.1f, "0.1"),
        new(1.5m, "1.5"),
        new(-1234567, "-1234567"),
        new(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), "0f8fad5b-d9cb-469f-a165-70867728950e"),
        new(AuroraStatus.InQueue, "in_queue"),
        new(new Nameless(), ""),
    ];

    [TestCaseSource(nameof(Values))]
    public void Value_is_written_as_in_JSON_in_any_culture(object value, string expected) => Assert.That(ParameterText.Of(value), Is.EqualTo(expected));

    private sealed class Nameless
    {
        public override string? ToString() => null;
    }
}
