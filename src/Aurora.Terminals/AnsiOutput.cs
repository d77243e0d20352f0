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
