namespace Aurora.Spec.Tests;

/// <summary>Each test has a copy of the repository of its own.</summary>
public abstract class RepositoryCopyTests
{
    private protected RepositoryCopy Copy { get; private set; } = null!;

    [SetUp]
    public void CopyTheRepository() => Copy = new RepositoryCopy();

    [TearDown]
    public void DeleteTheCopy() => Copy.Dispose();
}
