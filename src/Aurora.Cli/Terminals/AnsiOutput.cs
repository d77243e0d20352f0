using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aurora.Cli.Terminals;

/// <summary>Writes what Spectre.Console draws, to where and as wide as it is told.</summary>
internal static class AnsiOutput
{
    public static void Write(IRenderable drawing, TextWriter output, int width, bool hasColor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = hasColor ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new FixedWidthOutput(output, width),
    }).Write(drawing);
}
