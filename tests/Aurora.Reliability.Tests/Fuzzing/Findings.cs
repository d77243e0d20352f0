namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Where a run leaves what it found.</summary>
internal sealed class Findings(string folder)
{
    /// <summary>Keeps the bodies that the corpus does not have, and says where.</summary>
    /// <returns>How many they are.</returns>
    public int Keep(string kind, IEnumerable<string> files)
    {
        var known = Corpus.Names.Select(name => Corpus.NameOf(Corpus.Read(name))).ToHashSet();
        var bodies = files.Select(File.ReadAllBytes).Where(body => known.Add(Corpus.NameOf(body))).ToList();
        var target = Directory.CreateDirectory(Path.Combine(folder, kind)).FullName;
        foreach (var body in bodies)
            File.WriteAllBytes(Path.Combine(target, Corpus.NameOf(body)), body);
        Console.WriteLine($"{bodies.Count} {kind} in {target}");
        return bodies.Count;
    }
}
