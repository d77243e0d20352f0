namespace Aurora.Cli.Terminals;

/// <summary>How many characters a line has, and how many lines there are.</summary>
internal readonly record struct TerminalSize(int Width, int Height)
{
    /// <summary>For what is no terminal, or does not say.</summary>
    public static readonly TerminalSize Usual = new(80, 24);

    public static TerminalSize OfThisProcess()
    {
        if (Console.IsOutputRedirected && Console.IsErrorRedirected)
            return Usual;
        var (width, height) = (Console.WindowWidth, Console.WindowHeight);
        return new TerminalSize(width > 0 ? width : Usual.Width, height > 0 ? height : Usual.Height);
    }
}
