using System.Text;
using Aurora.Cli.Connections;

namespace Aurora.Cli.Terminals;

/// <summary>What a command sees of the world around it: where results and messages go, and the environment.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error)
{
    private const int BufferSize = 16 * 1024;

    private ApiKeys? _secrets;
    private Func<string, bool> _hold = _ => false;

    /// <summary>Results, and nothing else.</summary>
    public TextWriter Output => output;

    /// <summary>Messages. <see cref="Say"/> is the way to write one.</summary>
    public TextWriter Error => error;

    /// <summary>What somebody types, or a pipe holds.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Whether a person can be asked, rather than a pipe be read.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Asks a person for a secret, which is not shown while it is typed.</summary>
    public Func<string, string> AskSecret { get; init; } = _ => "";

    /// <summary>Whether a person looks at <see cref="Output"/>, rather than a program.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>, and its terminal can redraw a line.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>The size of the terminal at this moment.</summary>
    public Func<TerminalSize> Size { get; init; } = () => TerminalSize.Usual;

    public int Width => Size().Width;

    public Func<string, string?> Variable { get; init; } = _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether every cause of an error is to be told.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>The keys that nothing may show. Those of the environment are among them from the start.</summary>
    public ApiKeys Secrets
    {
        get => _secrets ?? ApiKeys.From(Variable);
        set => _secrets = value;
    }

    public bool AllowsColor => CanMove && string.IsNullOrEmpty(Variable("NO_COLOR"));

    /// <summary>Whether a drawing can be put in the place of another.</summary>
    public bool CanMove => IsTerminal && Variable("TERM") != "dumb";

    public static ToolConsole OfThisProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            Console.OutputEncoding = Encoding.UTF8;
        return new ToolConsole(Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError(), autoFlush: true))
        {
            IsTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Size = TerminalSize.OfThisProcess,
            Variable = Environment.GetEnvironmentVariable,
            Input = Console.In,
            IsInputTerminal = !Console.IsInputRedirected,
            AskSecret = SecretPrompt.Ask,
        };
    }

    /// <summary>Writes one line to <see cref="Error"/>, in which no key and no control character is left.</summary>
    public void Say(string line)
    {
        var clean = Clean(line);
        if (!_hold(clean))
            error.WriteLine(clean);
    }

    /// <summary>Keeps what is said back until this is disposed of: it would land in the middle of a drawing.</summary>
    public IDisposable HoldMessages()
    {
        var held = new HeldMessages(error);
        _hold = held.TryAdd;
        return held;
    }

    /// <summary>The text on one line, without a key or a control character.</summary>
    public string Clean(string text) => TerminalText.Clean(Secrets.Redact(text));

    // Console.Out and Console.Error follow the locale, and JSON has to be UTF-8 in every one.
    private static StreamWriter Writer(Stream stream, bool autoFlush = false) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { AutoFlush = autoFlush };
}
