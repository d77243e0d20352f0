using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aurora.Terminals;

/// <summary>Renders Spectre.Console objects to a writer with a fixed width.</summary>
internal static class AnsiOutput
{
    public static void Write(IRenderable content, TextWriter output, int width, bool hasColor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = hasColor ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new FixedWidthOutput(output, width),
    }).Write(content);
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
