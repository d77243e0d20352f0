namespace Aurora.Spec.Releases.Feeds;

/// <summary>What is on the feed, told as it gets there.</summary>
internal sealed class PushReport(TextWriter output)
{
    private readonly List<PackedPackage> _arrived = [];

    /// <summary>The packages that are on the feed, by this run or an earlier one.</summary>
    public IReadOnlyList<PackedPackage> Arrived => _arrived;

    public void Pushed(PackedPackage package) => Arrive(package, $"  pushed {package.Name}");

    public void WasThere(PackedPackage package) => Arrive(package, $"  {package.Name} is there already");

    public void Tell(string line) => output.WriteLine($"  {line}");

    /// <summary>What is there, in a sentence.</summary>
    public string Summary => _arrived.Count == 0
        ? "Nothing was pushed."
        : $"On the feed are: {string.Join(", ", _arrived.Select(package => package.Name))}.";

    private void Arrive(PackedPackage package, string line)
    {
        _arrived.Add(package);
        output.WriteLine(line);
    }
}
