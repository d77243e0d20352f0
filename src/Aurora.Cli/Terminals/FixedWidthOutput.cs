using System.Text;
using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>Gives Spectre.Console a writer and its size, so that it does not ask the console of the process.</summary>
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
