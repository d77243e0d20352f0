using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Aurora.TestKit.Differential;

/// <summary>Runs a check on generated documents, which are the same on every machine, and minimizes a failing document.</summary>
internal static partial class Documents
{
    private const uint Stream = 1;

    /// <summary>The number of documents: <c>AURORA_DOCUMENTS</c>, or the number for CI.</summary>
    private static ulong Count { get; } = Variable("AURORA_DOCUMENTS", 10_000);

    private static ulong Seed { get; } = Variable("AURORA_SEED", 20260131);

    /// <param name="documents">Generates the documents.</param>
    /// <param name="check">Returns the failure of a document, or null.</param>
    /// <param name="oneIn">The check gets one of this many documents. Slow checks get fewer.</param>
    public static void Check(this Gen<string> documents, Func<byte[], string?> check, uint oneIn = 1)
    {
        var random = new PCG(Stream, Seed);
        var count = Math.Max(1, Count / oneIn);
        for (ulong i = 0; i < count; i++)
        {
            var json = WireText.ToBytes(documents.Generate(random, null, out _));
            if (Fault(check, json) is not { } fault)
                continue;
            var smallest = SmallestDocument.From(json, candidate => Fault(check, candidate) is { } other && Place(other) == Place(fault));
            Assert.Fail($"{Fault(check, smallest)}\n{WireText.Print(smallest)}\nThis is the smallest document with this failure, from document {i} of AURORA_SEED={Seed}.");
        }

        TestContext.Out.WriteLine($"{count} documents, AURORA_SEED={Seed}.");
    }

    private static string? Fault(Func<byte[], string?> check, byte[] json)
    {
        try
        {
            return check(json);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    /// <summary>Returns the property or the exception, because a smaller document must fail for the same reason.</summary>
    private static string Place(string fault) => InBrackets().Replace(fault, "").Split(':')[0];

    private static ulong Variable(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex InBrackets();
}
