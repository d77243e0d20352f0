namespace Aurora.Cli.Terminals;

/// <summary>The number of columns and lines of a terminal.</summary>
internal readonly record struct TerminalSize(int Width, int Height)
{
    /// <summary>The size to use if there is no terminal or its size is unknown.</summary>
    public static readonly TerminalSize Default = new(80, 24);

    public static TerminalSize ForCurrentProcess()
    {
        if (Console.IsOutputRedirected && Console.IsErrorRedirected)
            return Default;
        var (width, height) = (Console.WindowWidth, Console.WindowHeight);
        return new TerminalSize(width > 0 ? width : Default.Width, height > 0 ? height : Default.Height);
    }
}
