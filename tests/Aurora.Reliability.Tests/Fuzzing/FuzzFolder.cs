using System.Text;
using Aurora.TestKit.Differential;
using SharpFuzz;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>The working folder of afl-fuzz: an instrumented copy of this program, the seeds, the dictionary and the findings.</summary>
internal sealed class FuzzFolder : IDisposable
{
    private const string InstrumentedPart = "Aurora.Client";

    private readonly string _root = Directory.CreateTempSubdirectory("aurora-fuzz-").FullName;

    public FuzzFolder()
    {
        foreach (var folder in (string[])[Program, Seeds, Findings])
            Directory.CreateDirectory(folder);
        CopyProgram(AppContext.BaseDirectory);
        Fuzzer.Instrument(Path.Combine(Program, InstrumentedPart + ".dll"), type => type.StartsWith(InstrumentedPart, StringComparison.Ordinal), Options.Value);
        foreach (var name in Corpus.Names)
            File.Copy(Path.Combine(Corpus.Folder, name), Path.Combine(Seeds, name));
        File.WriteAllLines(Words, Dictionary());
    }

    public string Assembly => Path.Combine(Program, typeof(FuzzFolder).Assembly.GetName().Name + ".dll");

    public string Seeds => Path.Combine(_root, "seeds");

    public string Words => Path.Combine(_root, "words");

    public string Findings => Path.Combine(_root, "findings");

    /// <summary>Gets the folder with the minimal set of bodies.</summary>
    public string Minimized => Path.Combine(_root, "minimized");

    private string Program => Path.Combine(_root, "program");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void CopyProgram(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Program, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Returns tokens that random changes are unlikely to create, in the syntax of afl-fuzz.</summary>
    private static IEnumerable<string> Dictionary()
    {
        string[] json =
        [
            "null", "true", "false", "\\u0000", "\\ud83d\\ude00", "\\ud800", "1e999", "-0.0", "9223372036854775808",
            "[{", "}]", "},{", "[]", "{}", ",", ":", "\"", "\ufeff",
        ];
        string[] values = ["2026-01-31T10:20:30Z", "23:59:60", "+14:00", "0f8fad5b-d9cb-469f-a165-70867728950e", "https://h.example/a", "about:blank"];
        var names = VideoLists.Properties.Select(property => $"\"{property.Name}\":");
        var enums = VideoLists.Properties.SelectMany(property => property.Type.Values).Select(value => $"\"{value}\"");
        return json.Concat(values).Concat(names).Concat(enums).Distinct().Select(word => $"\"{Escaped(word)}\"");
    }

    private static string Escaped(string word) => string.Concat(Encoding.UTF8.GetBytes(word)
        .Select(value => value is (byte)'"' or (byte)'\\' or < 0x20 or > 0x7E ? $"\\x{value:X2}" : ((char)value).ToString()));
}
