using System.Globalization;
using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;
using Aurora.Spec.Tests.Diffing;
using Aurora.Spec.Validation;

namespace Aurora.Spec.Tests.CSharp;

/// <summary>
/// Every value of a document is taken away, or made another one, where a valid document remains: whatever changes in the
/// generated client then is named by an effect. The documents are the vendor's, and one with everything that it lacks.
/// </summary>
[TestFixture]
public sealed class MutatedDocumentTests
{
    private static readonly string Everything =
        Path.Combine(TestRepository.Root, "tests", "Aurora.Client.Tests", "Generation", "Documents", "everything.yaml");

    private static IEnumerable<string> Documents => [TestRepository.Document, Everything];

    [TestCaseSource(nameof(Documents))]
    public void Whatever_changes_in_the_client_is_named(string file)
    {
        var original = SpecDocument.Parse(file, File.ReadAllText(file));
        var folder = Directory.CreateTempSubdirectory("aurora-mutants-").FullName;
        try
        {
            var mutants = DocumentMutation.Of(original).Where(mutation => IsValid(mutation.Document)).ToList();
            var paths = mutants.Select((mutation, index) => Write(folder, index, mutation.Document)).ToList();
            var apis = GeneratedApi.Of([file, .. paths]);

            var unnamed = mutants.Zip(paths).SelectMany(pair => Unnamed(original, pair.First, apis[file], apis[pair.Second])).ToList();

            Assert.That(mutants, Has.Count.GreaterThan(100));
            Assert.That(unnamed, Is.Empty, string.Join('\n', unnamed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Unnamed(
        SpecDocument original, DocumentMutation mutation, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> current)
    {
        var differences = DocumentDiff.Compare(original, mutation.Document, DocumentPair.Today);
        return EffectTests.Unnamed(old, current, differences).Select(change => $"{mutation.What}\n    {change}\n    named: {string.Join("; ", differences.Select(difference => difference.Effect.Text).Distinct())}");
    }

    private static string Write(string folder, int index, SpecDocument document)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{index}.yaml"));
        File.WriteAllText(path, document.Text);
        return path;
    }

    private static bool IsValid(SpecDocument document)
    {
        try
        {
            DocumentValidator.EnsureValid(document);
            return true;
        }
        catch (SpecException)
        {
            return false;
        }
    }
}
