namespace Aurora.Spec.Tests;

/// <summary>Gives each test a copy of the repository.</summary>
public abstract class RepositoryCopyTests
{
    private protected RepositoryCopy Copy { get; private set; } = null!;

    [SetUp]
    public void CopyTheRepository() => Copy = new RepositoryCopy();

    [TearDown]
    public void DeleteTheCopy() => Copy.Dispose();
}
