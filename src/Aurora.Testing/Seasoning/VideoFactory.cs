using Aurora.Client;

namespace Aurora.Testing.Seasoning;

/// <summary>Creates items with realistic values, and lets them progress.</summary>
internal sealed class VideoFactory(AuroraServerOptions options, MediaUrls? media)
{
    // Keeps the random sequences of progressions apart from those that generate the videos.
    private const int FirstRandomIndex = int.MinValue;

    // The API has timestamps in microseconds.
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    private readonly Lock _lock = new();
    private readonly int _seed = options.Seed;
    private readonly int _count = options.VideoCount;
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly AuroraVideoProgress? _progress = options.Progress;
    private int _number = options.VideoCount;
    private DateTimeOffset _lastCreated;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Returns the samples for the next response.</summary>
    public SchemaSample NextSamples() => new(Random(NextNumber()), Now);

    /// <summary>Creates a store with the generated items that an account contains at the start.</summary>
    public ItemStore CreateStore(ItemShape shape)
    {
        var store = new ItemStore(shape, WithMediaUrls);
        foreach (var (video, index) in AuroraVideoGenerator.Generate(_count, _seed).Select((video, index) => (video, index)))
        {
            var progression = _progress is null ? null : StartAtRandomStep(video, index, _progress);
            store.Add(new StoredItem(Fit(shape, video, index), shape), progression, "options");
        }

        return store;
    }

    /// <summary>Generates an item in the specified state, which is not added yet.</summary>
    public JObject Generate(ItemShape shape, VideoState state)
    {
        var number = NextNumber();
        return Fit(shape, new GeneratedVideo(_seed, number, state).ToJson(), number);
    }

    /// <summary>Adds a new item with the values of a request, which starts as pending.</summary>
    public StoredItem Add(ItemStore store, JObject values)
    {
        var number = NextNumber();
        var item = store.Shape.Create(values, number + 1, Random(number), NextCreated());
        var pending = (JObject)item.DeepClone();
        pending[VideoState.StatusName] = AuroraStatus.Pending.Value;
        return Add(store, store.Shape.Fit(item, pending), nameof(values));
    }

    /// <summary>Adds an item, and lets it progress if all videos do and its status is neither final nor unknown.</summary>
    public StoredItem Add(ItemStore store, JObject video, string parameter)
    {
        var progression = _progress is not null && VideoState.Of(video) is { IsFinal: false } ? Progression(video, _progress, VideoState.Done) : null;
        var item = new StoredItem(video, store.Shape);
        store.Add(item, progression, parameter);
        return item;
    }

    /// <summary>Creates the progression of an item from its current step, or from the first step if its status is final or unknown.</summary>
    public VideoProgression Progression(JObject video, AuroraVideoProgress progress, VideoState final, string? failedReason = null)
    {
        var plan = new ProgressPlan(final, pending: 1, queued: 1, progress.RunningSteps);
        return new VideoProgression(plan, plan.IndexOf(video), progress, _clock, failedReason);
    }

    // Moves a generated video back to a random step. It ends in its generated state, or as done if that state is not final.
    private VideoProgression StartAtRandomStep(JObject video, int index, AuroraVideoProgress progress)
    {
        var random = new SeededRandom(_seed, FirstRandomIndex + index);
        var final = VideoState.Of(video) is { IsFinal: true } generated ? generated : VideoState.Done;
        var plan = ProgressPlan.Random(final, progress.RunningSteps, random);
        var start = random.Next(plan.Last);
        plan[start].ApplyTo(video, kept: new HashSet<string>(), failedReason: null, elapsed: TimeSpan.Zero);
        return new VideoProgression(plan, start, progress, _clock);
    }

    private JObject Fit(ItemShape shape, JObject video, int number) =>
        shape.Fit(WithMediaUrls(video), GeneratedVideo.Optional, number + 1, new SchemaSample(Random(number), GeneratedVideo.CreatedAt(number)));

    private JObject WithMediaUrls(JObject video) => media?.Apply(video) ?? video;

    // A negative seed keeps these values apart from those of the generated videos.
    private SeededRandom Random(int number) => new(~_seed, number);

    private int NextNumber() => Interlocked.Increment(ref _number) - 1;

    // No two items are created at the same time, so that the newest one is always first.
    private DateTimeOffset NextCreated()
    {
        lock (_lock)
        {
            var now = Now;
            now = now.AddTicks(-(now.Ticks % Microsecond.Ticks));
            return _lastCreated = now > _lastCreated ? now : _lastCreated + Microsecond;
        }
    }
}
