namespace Aurora.Cli.Drifts;

/// <summary>Reads the account and counts the deviations from the document.</summary>
internal sealed class AccountCheck
{
    private readonly List<string> _asked = [];
    private DriftTally _current;

    public AccountCheck() => _current = Tally;

    public DriftTally Tally { get; } = new();

    /// <summary>The requests sent so far, without ids.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public void Configure(AuroraClientOptions options)
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
        foreach (var deviation in await ParameterCheck.RunAsync(client, sample, cancellationToken))
            Tally.Add(deviation);
        Tally.AddNew(_current);
    }
}
