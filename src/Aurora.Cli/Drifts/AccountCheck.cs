using Aurora.Client;

namespace Aurora.Cli.Drifts;

/// <summary>Asks the API for what it has and counts where its answers depart from the document.</summary>
internal sealed class AccountCheck
{
    private readonly List<string> _asked = [];
    private DriftTally _current;

    public AccountCheck() => _current = Tally;

    /// <summary>What has been found so far.</summary>
    public DriftTally Tally { get; } = new();

    /// <summary>The requests so far, without an id.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Has a client tell this of all that departs.</summary>
    public void Listen(AuroraClientOptions options)
    {
        options.SchemaDriftHandling = SchemaDriftHandling.ReportAll;
        options.OnSchemaDrift = drift => _current.Add(drift);
    }

    public async Task RunAsync(AuroraClient client, CancellationToken cancellationToken)
    {
        var sample = new VideoSample();
        _asked.Add($"GET {AuroraApi.ListPath}");
        try
        {
            await foreach (var video in client.StreamAsync(cancellationToken: cancellationToken))
            {
                Tally.EndVideo();
                sample.Add(video);
            }
        }
        catch (AuroraApiException exception) when (ShapeCheck.Departure(exception) is { } departure)
        {
            Tally.Add(departure);
            return;
        }

        if (sample.Ids.Count == 0)
            return;
        _current = new DriftTally();
        _asked.Add(ParameterCheck.Describe(sample));
        foreach (var departure in await ParameterCheck.RunAsync(client, sample, cancellationToken))
            Tally.Add(departure);
        Tally.AddNewOf(_current);
    }
}
