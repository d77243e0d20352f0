using System.Text;
using Aurora.Cli.Connections;

namespace Aurora.Cli.Terminals;

/// <summary>What a command sees of the world around it: where results and messages go, and the environment.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error)
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Results, and nothing else.</summary>
    public TextWriter Output => output;

    /// <summary>Messages. <see cref="Say"/> is the way to write one.</summary>
    public TextWriter Error => error;

    /// <summary>Whether a person looks at <see cref="Output"/>, rather than a program.</summary>
    public bool IsTerminal { get; init; }

    public int Width { get; init; } = 80;

    public Func<string, string?> Variable { get; init; } = _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public bool AllowsColor => IsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public static ToolConsole OfThisProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            Console.OutputEncoding = Encoding.UTF8;
        return new ToolConsole(Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError(), autoFlush: true))
        {
            IsTerminal = !Console.IsOutputRedirected,
            Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 80 : Console.WindowWidth,
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>Writes one line to <see cref="Error"/>, in which no key and no control character is left.</summary>
    public void Say(string line) => error.WriteLine(Clean(line));

    /// <summary>The text on one line, without a key or a control character.</summary>
    public string Clean(string text) => TerminalText.Clean(ApiKeys.From(Variable).Redact(text));

    // Console.Out and Console.Error follow the locale, and JSON has to be UTF-8 in every one.
    private static StreamWriter Writer(Stream stream, bool autoFlush = false) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { AutoFlush = autoFlush };
}
