using Aurora.Spec.Commands;

namespace Aurora.Spec.Tests.Checks;

/// <summary>Runs every check on the repository itself.</summary>
[TestFixture]
public sealed class RepositoryTests
{
    public static IEnumerable<string> Names => CheckCommand.All.Select(check => check.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Check_finds_nothing_in_the_repository(string name) =>
        Assert.That(await CheckCommand.All.Single(check => check.Name == name).FindingsAsync(RepositoryCopy.Original), Is.Empty);
}
