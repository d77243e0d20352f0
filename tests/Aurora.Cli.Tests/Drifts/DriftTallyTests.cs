using Aurora.Cli.Drifts;
using Aurora.Client;

namespace Aurora.Cli.Tests.Drifts;

[TestFixture]
public sealed class DriftTallyTests
{
    [Test]
    public void AddNew_fullKind_ignoresItsDrift()
    {
        var tally = With(Enumerable.Range(0, 101).Select(Unknown));

        tally.AddNew(With([Unknown(100), Unknown(7), new SchemaDrift(SchemaDriftKind.Null, "$[].name", "")]));

        Assert.That(tally.LeftOut, Is.EqualTo(new[] { new OmittedDrift("unknown_property", 1) }));
        Assert.That(tally.Rows.Sum(row => row.Count), Is.EqualTo(101));
    }

    [Test]
    public void AddNew_tooManyPaths_countsTheRest()
    {
        var tally = With([]);

        tally.AddNew(With(Enumerable.Range(0, 150).Select(Unknown)));

        Assert.That(tally.LeftOut, Is.EqualTo(new[] { new OmittedDrift("unknown_property", 50) }));
        Assert.That(tally.Rows.Count(), Is.EqualTo(100));
    }

    [Test]
    public void Add_manyUnknownProperties_leavesRoomForOtherKinds()
    {
        var drift = new SchemaDrift(SchemaDriftKind.UnknownValue, "$[].status", "archived");

        var tally = With(Enumerable.Range(0, 500).Select(Unknown).Append(drift));

        Assert.That(tally.Rows, Has.One.EqualTo(new DriftRow("unknown_value", "$[].status", 1, 1, "archived")));
    }

    private static SchemaDrift Unknown(int number) => new(SchemaDriftKind.UnknownProperty, $"$[].made_up_{number}", "a number");

    private static DriftTally With(IEnumerable<SchemaDrift> drifts)
    {
        var tally = new DriftTally();
        foreach (var drift in drifts)
            tally.Add(drift);
        return tally;
    }
}
