using System.Text;
using Spectre.Console;

namespace Aurora.Terminals;

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
