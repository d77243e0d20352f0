using Aurora.Spec.Commands;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.Checks;

/// <summary>What is committed is true: every check on the repository itself.</summary>
[TestFixture]
public sealed class RepositoryTests
{
    public static IEnumerable<string> Names => CheckCommand.All(DocumentBumps.Between).Select(check => check.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Check_finds_nothing_in_what_is_committed(string name) =>
        Assert.That(await CheckCommand.All(DocumentBumps.Between).Single(check => check.Name == name).FindingsAsync(RepositoryCopy.Original), Is.Empty);
}
