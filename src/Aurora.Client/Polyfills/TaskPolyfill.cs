#if NETSTANDARD2_0
namespace Aurora.Client;

/// <summary>Members of <see cref="Task"/> in newer frameworks.</summary>
internal static class TaskPolyfill
{
    extension(Task)
    {
        public static Task Delay(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken) => clock.Delay(delay, cancellationToken);
    }
}
#endif
