namespace Aurora.Spec.Releases.Feeds;

/// <summary>What is on the feed, told as it gets there.</summary>
internal sealed class PushReport(TextWriter output)
{
    private readonly List<PackedPackage> _arrived = [];

    private PackedPackage? _onItsWay;

    /// <summary>What is there, and what may be, in a sentence or two.</summary>
    public string Summary => (_arrived.Count, _onItsWay) switch
    {
        (0, null) => "Nothing was pushed.",
        (0, { } package) => MayBeThere(package),
        (_, null) => Arrived,
        var (_, package) => $"{Arrived} {MayBeThere(package)}",
    };

    private string Arrived => $"On the feed are: {string.Join(", ", _arrived.Select(package => package.Name))}.";

    /// <summary>Whether it has neither arrived nor is on its way.</summary>
    public bool IsMissing(PackedPackage package) => package != _onItsWay && !_arrived.Contains(package);

    /// <summary>From here on it may arrive, whatever comes back.</summary>
    public void Pushing(PackedPackage package) => _onItsWay = package;

    /// <summary>The feed has answered, and did not take it.</summary>
    public void Refused() => _onItsWay = null;

    public void Pushed(PackedPackage package) => Arrive(package, $"pushed {package.Name}");

    public void WasThere(PackedPackage package) => Arrive(package, $"{package.Name} is there already");

    public void Tell(string line) => output.WriteLine($"  {line}");

    private static string MayBeThere(PackedPackage package) => $"{package.Name} was on its way, and may be there.";

    private void Arrive(PackedPackage package, string line)
    {
        _onItsWay = null;
        _arrived.Add(package);
        Tell(line);
    }
}
