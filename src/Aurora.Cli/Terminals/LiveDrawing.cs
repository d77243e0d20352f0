using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aurora.Cli.Terminals;

/// <summary>A drawing on the terminal that follows what happens, and takes itself away at the end.</summary>
internal sealed class LiveDrawing(ToolConsole console, bool hasColor)
{
    private const string ClearScreen = "\e[H\e[J";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Draws whenever something has come, and each second, until all has come.</summary>
    public async Task FollowAsync<T>(Arrivals<T> arrivals, Action<T> take, Func<TerminalSize, IRenderable> draw)
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
                    hasMore = await arrivals.TakeAsync(take, Beat, console.Clock);
                    live.UpdateTarget(draw(size));
                }
            });
            // A terminal of another size has put the lines elsewhere, so that nobody knows where they begin.
            if (hasMore)
                await console.Output.WriteAsync(ClearScreen);
        }
    }

    private IAnsiConsole Screen(TerminalSize size) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Yes,
        Out = new FixedWidthOutput(console.Output, size.Width, size.Height),
    });
}
