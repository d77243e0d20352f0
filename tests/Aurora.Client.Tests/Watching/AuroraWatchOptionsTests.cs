namespace Aurora.Client.Tests.Watching;

[TestFixture]
public sealed class AuroraWatchOptionsTests
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly TestCaseData[] Taken =
    [
        Case("the defaults", new()),
        Case("the shortest interval", new() { Interval = Least }),
        Case("the longest interval", new() { Interval = Hour, MaxInterval = Hour }),
        Case("a constant interval", new() { Interval = Least, MaxInterval = Least }),
        Case("the shortest deadline", new() { Deadline = Tick }),
    ];

    private static readonly TestCaseData[] Refused =
    [
        new(new AuroraWatchOptions { Interval = Least - Tick }, "Interval is 00:00:00.0999999, but must be between 100 milliseconds and 1 hour."),
        new(new AuroraWatchOptions { Interval = Hour + Tick, MaxInterval = Hour }, "Interval is 01:00:00.0000001, but must be between 100 milliseconds and 1 hour."),
        new(new AuroraWatchOptions { MaxInterval = TimeSpan.FromSeconds(5) - Tick }, "MaxInterval is 00:00:04.9999999, but must be between Interval (00:00:05) and 1 hour."),
        new(new AuroraWatchOptions { MaxInterval = Hour + Tick }, "MaxInterval is 01:00:00.0000001, but must be between Interval (00:00:05) and 1 hour."),
        new(new AuroraWatchOptions { Deadline = TimeSpan.Zero }, "Deadline is 00:00:00, but must be greater than zero, or null for no deadline."),
        new(new AuroraWatchOptions { Deadline = -Tick }, "must be greater than zero"),
    ];

    [Test]
    public void Defaults_match_the_documentation() =>
        Assert.That(new AuroraWatchOptions(), Has.Property("Interval").EqualTo(TimeSpan.FromSeconds(5)).And.Property("MaxInterval").EqualTo(TimeSpan.FromSeconds(30)).And.Property("Deadline").Null);

    [TestCaseSource(nameof(Taken))]
    public void Options_within_their_limits_are_valid(AuroraWatchOptions options) => Assert.That(() => options.ThrowIfInvalid("options"), Throws.Nothing);

    [TestCaseSource(nameof(Refused))]
    public void Options_outside_their_limits_throw_with_the_value_and_the_rule(AuroraWatchOptions options, string message) =>
        Assert.That(() => options.ThrowIfInvalid("options"), Throws.ArgumentException.With.Message.Contains(message).And.Property("ParamName").EqualTo("options"));

    private static TestCaseData Case(string name, AuroraWatchOptions options) => new TestCaseData(options).SetArgDisplayNames(name);
}
