using System.CommandLine;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>Implements <c>hostile</c>: reads hostile documents, and prints the outcome of each one.</summary>
internal sealed class HostileCommand : Command
{
    private readonly Argument<string[]> _names = new("name")
    {
        Description = "Names of the documents. Defaults to all documents.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public HostileCommand()
        : base("hostile", "Read hostile documents, and print the outcomes.")
    {
        Add(_names);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var names = parsed.GetValue(_names)!;
        foreach (var document in HostileDocuments.All.Where(document => names.Length == 0 || names.Contains(document.Name)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // The name is printed first, so that a document that crashes the process can be identified.
            await Console.Out.WriteAsync(document.Name);
            await Console.Out.FlushAsync(cancellationToken);
            var list = await HostileReading.ListAsync(document);
            await Console.Out.WriteLineAsync($"\t{list}\t{await HostileReading.StreamAsync(document)}");
        }
    }
}
