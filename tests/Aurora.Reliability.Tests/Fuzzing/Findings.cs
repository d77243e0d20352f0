namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>The folder with the findings of a run.</summary>
internal sealed class Findings(string folder)
{
    /// <summary>Saves the bodies that are not in the corpus, and prints the folder.</summary>
    /// <returns>The number of saved bodies.</returns>
    public int Save(string kind, IEnumerable<string> files)
    {
        var known = Corpus.Names.Select(name => Corpus.NameOf(Corpus.Read(name))).ToHashSet();
        var bodies = files.Select(File.ReadAllBytes).Where(body => known.Add(Corpus.NameOf(body))).ToList();
        var target = Directory.CreateDirectory(Path.Combine(folder, kind)).FullName;
        foreach (var body in bodies)
            File.WriteAllBytes(Path.Combine(target, Corpus.NameOf(body)), body);
        Console.WriteLine($"{kind}: {bodies.Count} files in {target}");
        return bodies.Count;
    }
}
