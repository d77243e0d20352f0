namespace Aurora.Client.Tests;

/// <summary>Collects every report on the thread that makes it.</summary>
internal sealed class CollectingProgress<T> : IProgress<T>
{
    public List<T> Reports { get; } = [];

    public void Report(T value) => Reports.Add(value);
}
