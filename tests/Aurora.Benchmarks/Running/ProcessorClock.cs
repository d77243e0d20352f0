using Perfolizer.Horology;

namespace Aurora.Benchmarks.Running;

/// <summary>
/// Counts the time in which a processor works for this process, all its threads together. Where nothing waits that is the time it
/// takes on an idle machine, however busy this one is.
/// </summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
