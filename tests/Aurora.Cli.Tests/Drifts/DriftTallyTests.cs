using Aurora.Cli.Drifts;
using Aurora.Client;

namespace Aurora.Cli.Tests.Drifts;

[TestFixture]
public sealed class DriftTallyTests
{
    [Test]
    public void AddNew_full_kind_ignores_its_drift()
    {
        var tally = With(Enumerable.Range(0, 101).Select(Unknown));

        tally.AddNew(With([Unknown(100), Unknown(7), new SchemaDrift(SchemaDriftKind.Null, "$[].name", "")]));

        Assert.That(tally.LeftOut, Is.EqualTo(new[] { new OmittedDrift("unknown_property", 1) }));
        Assert.That(tally.Rows.Sum(row => row.Count), Is.EqualTo(101));
    }

    [Test]
    public void AddNew_too_many_paths_counts_the_rest()
    {
        var tally = With([]);

        tally.AddNew(With(Enumerable.Range(0, 150).Select(Unknown)));

        Assert.That(tally.LeftOut, Is.EqualTo(new[] { new OmittedDrift("unknown_property", 50) }));
        Assert.That(tally.Rows.Count(), Is.EqualTo(100));
    }

    [Test]
    public void Add_many_unknown_properties_leaves_room_for_other_kinds()
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
