using Aurora.Spec.Versions;
using NuGet.Versioning;

namespace Aurora.Spec.Tests.Versions;

[TestFixture]
public sealed class SemanticVersionRuleTests
{
    [TestCase("1.2.3", "None", "1.2.3")]
    [TestCase("1.2.3", "Patch", "1.2.4")]
    [TestCase("1.2.3", "Minor", "1.3.0")]
    [TestCase("1.2.3", "Major", "2.0.0")]
    [TestCase("0.2.3", "None", "0.2.3")]
    [TestCase("0.2.3", "Patch", "0.2.4")]
    [TestCase("0.2.3", "Minor", "0.2.4")]
    [TestCase("0.2.3", "Major", "0.3.0")]
    public void Lowest_before_1_0_raises_the_version_one_place_lower(string released, string bump, string lowest) =>
        Assert.That(SemanticVersionRule.Lowest(NuGetVersion.Parse(released), Enum.Parse<VersionBump>(bump)), Is.EqualTo(NuGetVersion.Parse(lowest)));

    [TestCase("a\nb\n", "a\nb\n", "None")]
    [TestCase("a\nb\n", "a\nnew\nb\n", "Minor")]
    [TestCase("a\nb\n", "a\n", "Major")]
    [TestCase("a\nb\n", "a\nB\n", "Major")]
    public void Removed_line_of_the_public_API_is_breaking(string released, string current, string bump) =>
        Assert.That(ApiBump.Between(released, current).ToString(), Is.EqualTo(bump));

    [TestCase("class", "public virtual void Added() { }", "Minor")]
    [TestCase("abstract class", "public abstract void Added();", "Major")]
    [TestCase("interface", "void Added();", "Major")]
    public void Member_that_callers_must_implement_is_breaking(string kind, string member, string bump) => Assert.That(
        ApiBump.Between($"    public {kind} AuroraClient\n    {{\n    }}\n", $"    public {kind} AuroraClient\n    {{\n        {member}\n    }}\n").ToString(), Is.EqualTo(bump));

    [Test]
    public void New_interface_is_an_addition() => Assert.That(
        ApiBump.Between("    public interface IOld\n    {\n        void Old();\n    }\n", "    public interface INew\n    {\n        void New();\n    }\n    public interface IOld\n    {\n        void Old();\n    }\n"),
        Is.EqualTo(VersionBump.Minor));

    [TestCase("0.3.0-beta.1", "0.2.0", "Major", true)]
    [TestCase("0.2.1-beta.1", "0.2.0", "Major", false)]
    [TestCase("0.2.0-beta.1", "0.2.0", "None", false)]
    [TestCase("0.3.0-beta.2", "0.3.0-beta.1", "Major", true)]
    [TestCase("0.3.0", "0.3.0-beta.1", "Major", true)]
    [TestCase("0.3.0-beta.1", "0.3.0-beta.2", "None", false)]
    public void Allows_counts_a_prerelease_as_its_version(string version, string released, string bump, bool expected) => Assert.That(
        SemanticVersionRule.Allows(NuGetVersion.Parse(version), NuGetVersion.Parse(released), Enum.Parse<VersionBump>(bump)), Is.EqualTo(expected));
}
