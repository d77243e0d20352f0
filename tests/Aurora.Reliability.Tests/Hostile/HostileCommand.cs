using System.CommandLine;

namespace Aurora.Reliability.Tests.Hostile;

/// <summary>Reads hostile documents and prints what came of each, one a line.</summary>
internal sealed class HostileCommand : Command
{
    private readonly Argument<string[]> _names = new("name") { Description = "Which of them; all when none is named.", Arity = ArgumentArity.ZeroOrMore };

    public HostileCommand()
        : base("hostile", "What the client makes of documents that nobody sends by mistake, as a list and as a stream.")
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
            // The name first: one that ends this process is the last that is named.
            await Console.Out.WriteAsync(document.Name);
            await Console.Out.FlushAsync(cancellationToken);
            var list = await HostileReading.ListAsync(document);
            await Console.Out.WriteLineAsync($"\t{list}\t{await HostileReading.StreamAsync(document)}");
        }
    }
}
