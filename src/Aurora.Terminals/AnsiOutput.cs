using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aurora.Terminals;

/// <summary>Renders Spectre.Console objects to a writer with a fixed width.</summary>
internal static class AnsiOutput
{
    public static void Write(IRenderable content, TextWriter output, int width, bool hasColor) =>
        Console(new FixedWidthOutput(output, width), hasColor, canRedraw: false).Write(content);

    /// <param name="canRedraw">Whether the writer is a terminal that can redraw lines.</param>
    public static IAnsiConsole Console(FixedWidthOutput output, bool hasColor, bool canRedraw) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = hasColor || canRedraw ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = canRedraw ? InteractionSupport.Yes : InteractionSupport.No,
        Out = output,
    });
}

/// <summary>Provides a writer and its size to Spectre.Console, which otherwise uses the console of the process.</summary>
internal sealed class FixedWidthOutput(TextWriter writer, int width, int height = 24) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => true;

    public int Width => width;

    public int Height => height;

    public void SetEncoding(Encoding encoding)
    {
    }
}
