using Perfolizer.Horology;

namespace Aurora.Benchmarks.Running;

/// <summary>
/// Measures the processor time of all threads of this process. For code that does not wait, this is the time that the code
/// takes on an idle machine, even if this machine is busy.
/// </summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
