using Microsoft.CodeAnalysis;

namespace Aurora.Spec.Generation;

/// <summary>The clients that are generated from two documents. Nothing in the repository changes.</summary>
/// <param name="Current">The new client, or null if the generator refuses the document.</param>
internal sealed record ClientPair(GeneratedClient? Current, ClientDifference Difference)
{
    /// <summary>Generates, compiles, and compares both clients.</summary>
    /// <param name="everyFramework">Whether the new client is compiled for every target framework, instead of the first.</param>
    public static async Task<ClientPair> CreateAsync(
        Repository repository, SpecDocument old, SpecDocument current, bool everyFramework, CancellationToken cancellationToken)
    {
        var reading = CompilerArguments.ReadAsync(repository, cancellationToken);
        var generating = (Old: GenerateAsync(repository, old, cancellationToken), Current: GenerateAsync(repository, current, cancellationToken));
        await Task.WhenAll(reading, generating.Old, generating.Current);
        var frameworks = await reading;
        var (was, oldErrors) = Compile(repository, await generating.Old, frameworks.Take(1), cancellationToken);
        var (now, currentErrors) = Compile(repository, await generating.Current, everyFramework ? frameworks : frameworks.Take(1), cancellationToken);
        // The public members of code with errors are still known.
        var changes = was is null || now is null ? [] : ClientComparison.Compare(was, now);
        return new ClientPair((await generating.Current).Client, new ClientDifference(changes, oldErrors, currentErrors));
    }

    private static async Task<(GeneratedClient? Client, IReadOnlyList<string> Errors)> GenerateAsync(Repository repository, SpecDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return (await GeneratedClient.CreateAsync(repository, document, cancellationToken), []);
        }
        catch (SpecException exception)
        {
            return (null, exception.Lines);
        }
    }

    private static (Compilation? First, IReadOnlyList<string> Errors) Compile(
        Repository repository, (GeneratedClient? Client, IReadOnlyList<string> Errors) generated, IEnumerable<CompilerArguments> frameworks, CancellationToken cancellationToken)
    {
        if (generated.Client is not { } client)
            return (null, generated.Errors);
        var compilations = frameworks.Select(client.Compile).ToList();
        return (compilations[0], GenerationGate.Errors(repository, client, compilations, cancellationToken));
    }
}
