using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Generation;

/// <summary>The clients that are generated from two documents. Nothing in the repository changes.</summary>
/// <param name="Current">The new client, or null if the generator refuses the document.</param>
/// <param name="Difference">How the two differ.</param>
internal sealed record ClientPair(GeneratedClient? Current, ClientDifference Difference)
{
    /// <summary>Generates and compiles both clients.</summary>
    /// <exception cref="SpecException">The client's project cannot be evaluated.</exception>
    public static async Task<ClientPair> CreateAsync(Repository repository, SpecDocument old, SpecDocument current, CancellationToken cancellationToken)
    {
        var reading = CompilerArguments.ReadAsync(repository, cancellationToken);
        var (was, oldErrors) = await GenerateAsync(repository, old, cancellationToken);
        var (now, currentErrors) = await GenerateAsync(repository, current, cancellationToken);
        var arguments = await reading;
        if (was is not null)
            oldErrors = GenerationGate.Errors(repository, was, arguments, cancellationToken);
        if (now is not null)
            currentErrors = GenerationGate.Errors(repository, now, arguments, cancellationToken);
        // The public members of code with errors are still known.
        var changes = was is null || now is null ? [] : ClientComparison.Compare(was.Compile(arguments[0]), now.Compile(arguments[0]));
        return new ClientPair(now, new ClientDifference(changes, oldErrors, currentErrors));
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
}
