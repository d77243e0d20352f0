using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Aurora.Client.Tests.Reading.Differential;

/// <summary>Runs a check on generated documents, the same ones on every machine, and narrows a failure down.</summary>
internal static partial class Documents
{
    private const uint Stream = 1;

    /// <summary>How many documents: <c>AURORA_DOCUMENTS</c>, or what CI runs.</summary>
    private static ulong Count { get; } = Variable("AURORA_DOCUMENTS", 10_000);

    private static ulong Seed { get; } = Variable("AURORA_SEED", 20260131);

    /// <param name="documents">What to generate.</param>
    /// <param name="check">Says what is wrong with a document, or null.</param>
    /// <param name="oneIn">Which part of all documents this check gets: less than all where it costs more.</param>
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
            Assert.Fail($"{Fault(check, smallest)}\n{WireText.Print(smallest)}\nThe smallest that fails so, from document {i} of AURORA_SEED={Seed}.");
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

    /// <summary>The property, or the exception: a smaller document must not fail for another reason.</summary>
    private static string Place(string fault) => InBrackets().Replace(fault, "").Split(':')[0];

    private static ulong Variable(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex InBrackets();
}
