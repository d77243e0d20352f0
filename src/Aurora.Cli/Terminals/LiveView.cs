using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aurora.Cli.Terminals;

/// <summary>Shows content that is updated in place, and removes it at the end.</summary>
internal sealed class LiveView(ToolConsole console, bool hasColor)
{
    private const string ClearScreen = "\e[H\e[J";

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    /// <summary>Redraws for each element and every second, until the sequence ends.</summary>
    public async Task ShowAsync<T>(TimedEnumerator<T> elements, Action<T> onElement, Func<TerminalSize, IRenderable> draw)
    {
        for (var hasMore = true; hasMore;)
        {
            var size = console.Size();
            await Screen(size).Live(draw(size)).AutoClear(true).StartAsync(async live =>
            {
                live.Refresh();
                while (hasMore && console.Size() == size)
                {
                    await console.Output.FlushAsync();
                    hasMore = await elements.ReadAvailableAsync(onElement, RefreshInterval, console.Clock);
                    live.UpdateTarget(draw(size));
                }
            });
            // Resizing the terminal moves the lines, so the start of the content is unknown.
            if (hasMore)
                await console.Output.WriteAsync(ClearScreen);
        }
    }

    private IAnsiConsole Screen(TerminalSize size) =>
        AnsiOutput.Console(new FixedWidthOutput(console.Output, size.Width, size.Height), hasColor, canRedraw: true);
}

/// <summary>Enumerates an asynchronous sequence with a time limit for each wait.</summary>
internal sealed class TimedEnumerator<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly IAsyncEnumerator<T> _source;
    private Task<bool> _next;

    public TimedEnumerator(IAsyncEnumerable<T> source, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source = source.GetAsyncEnumerator(_stop.Token);
        _next = _source.MoveNextAsync().AsTask();
    }

    /// <summary>
    /// Waits for the next element and passes all available elements to <paramref name="onElement"/>. Returns false at the end of the sequence.
    /// </summary>
    public async Task<bool> ReadAvailableAsync(Action<T> onElement, TimeSpan timeout, TimeProvider clock)
    {
        using var delay = new CancellationTokenSource();
        await Task.WhenAny(_next, Task.Delay(timeout, clock, delay.Token));
        await delay.CancelAsync();
        while (_next.IsCompleted)
        {
            if (!await _next)
                return false;
            onElement(_source.Current);
            _next = _source.MoveNextAsync().AsTask();
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        // An iterator must not be disposed while MoveNextAsync is running.
        await _stop.CancelAsync();
        await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _source.DisposeAsync();
        _stop.Dispose();
    }
}
