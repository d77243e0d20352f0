using System.Collections.Concurrent;

namespace Aurora.Reliability.Tests.Load;

/// <summary>Collects the unobserved task exceptions of the process until it is disposed.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<string> _texts = [];

    public UnobservedExceptions() => TaskScheduler.UnobservedTaskException += Add;

    public IReadOnlyCollection<string> Texts => _texts;

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    private void Add(object? sender, UnobservedTaskExceptionEventArgs observed) => _texts.Enqueue(observed.Exception.ToString());
}
