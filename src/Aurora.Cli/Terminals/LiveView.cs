using Aurora.Terminals;
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

    private IAnsiConsole Screen(TerminalSize size) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Yes,
        Out = new FixedWidthOutput(console.Output, size.Width, size.Height),
    });
}
