using System.Text;
using Aurora.Spec.Documents;
using Aurora.Spec.Sources;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Tests.Sources;

/// <summary>Reads sources as a command does. Without a name, it reads standard input.</summary>
internal static class SourceSession
{
    public const string Minimal = "openapi: 3.0.3\ninfo:\n  title: T\n  version: '1'\npaths: {}\n";

    public static Task<SpecDocument> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static Task<SpecDocument> ReadAsync(byte[] bytes) => ReadAsync(new MemoryStream(bytes));

    public static async Task<SpecDocument> ReadAsync(Stream input)
    {
        await using (input)
            return await new SourceReader().ReadAsync("-", new SpecConsole(TextWriter.Null, TextWriter.Null) { Input = input }, CancellationToken.None);
    }

    public static Task<SpecDocument> ReadSourceAsync(string source) =>
        new SourceReader().ReadAsync(source, new SpecConsole(TextWriter.Null, TextWriter.Null), CancellationToken.None);

    /// <summary>The lines of the refusal.</summary>
    public static async Task<IReadOnlyList<string>> RefusalAsync(Func<Task> reading)
    {
        try
        {
            await reading();
        }
        catch (SpecException exception)
        {
            return exception.Lines;
        }

        return ["(not refused)"];
    }
}
