using Spectre.Console;

namespace Aurora.Cli.Terminals;

/// <summary>The standard streams, the terminal, the clock, the environment and the fake API of a command.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error)
{
    private const int BufferSize = 16 * 1024;

    private Func<string, bool> _tryBuffer = _ => false;
    private TextReader? _input;

    /// <summary>Standard output, for results only.</summary>
    public TextWriter Output => output;

    /// <summary>Standard error. Use <see cref="WriteMessage"/> to write a message.</summary>
    public TextWriter Error => error;

    /// <summary>Opens standard input. Use <see cref="ReadInputAsync"/> to read from it.</summary>
    public Func<TextReader> OpenInput { get; init; } = () => TextReader.Null;

    public bool IsInputTerminal { get; init; }

    /// <summary>Prompts for a secret without showing the input.</summary>
    public Func<string, CancellationToken, Task<string>> AskSecret { get; init; } = (_, _) => Task.FromResult("");

    public bool IsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal that can redraw lines.</summary>
    public bool IsErrorTerminal { get; init; }

    public Func<TerminalSize> Size { get; init; } = () => TerminalSize.Default;

    public int Width => Size().Width;

    public Func<string, string?> Variable { get; init; } = _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The fake API for <c>mock</c> and <c>--demo</c>.</summary>
    public IFakeApi FakeApi { get => field ?? throw new InvalidOperationException("This build has no fake API."); init; }

    /// <summary>Whether to show the causes of an error.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>The keys to redact from the output. Defaults to the keys of the environment.</summary>
    public ApiKeys Secrets { get => field ?? ApiKeys.From(Variable); set; }

    /// <summary>
    /// Whether to use colors: in a terminal, unless <c>CLICOLOR</c> is 0. <c>FORCE_COLOR</c> and <c>CLICOLOR_FORCE</c> take precedence over that,
    /// and <c>NO_COLOR</c> over everything.
    /// </summary>
    public bool AllowsColor => string.IsNullOrEmpty(Variable("NO_COLOR"))
        && (IsOn("FORCE_COLOR") ?? (IsOn("CLICOLOR_FORCE") is true || (CanRedraw && IsOn("CLICOLOR") is not false)));

    /// <summary>Whether <see cref="Output"/> is a terminal that can redraw lines.</summary>
    public bool CanRedraw => IsTerminal && Variable("TERM") != "dumb";

    /// <param name="fakeApi">The fake API, or null for a build without one.</param>
    public static ToolConsole ForCurrentProcess(IFakeApi? fakeApi)
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            Console.OutputEncoding = Encoding.UTF8;
        return new ToolConsole(Writer(StandardOutput.Open()), Writer(Console.OpenStandardError(), autoFlush: true))
        {
            IsTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Size = TerminalSize.ForCurrentProcess,
            Variable = Environment.GetEnvironmentVariable,
            OpenInput = () => new StreamReader(Console.OpenStandardInput(), Encoding.UTF8),
            IsInputTerminal = !Console.IsInputRedirected,
            AskSecret = AskSecretAsync,
            FakeApi = fakeApi!,
        };
    }

    /// <summary>Reads from standard input on another thread, because a read cannot be canceled.</summary>
    public Task<T> ReadInputAsync<T>(Func<TextReader, T> read, CancellationToken cancellationToken) =>
        Task.Run(() => read(_input ??= OpenInput()), CancellationToken.None).WaitAsync(cancellationToken);

    /// <summary>Writes bytes to <see cref="Output"/> as they are.</summary>
    public void WriteOutput(ReadOnlySpan<byte> bytes)
    {
        output.Flush();
        if (output is StreamWriter writer)
            writer.BaseStream.Write(bytes);
        else
            output.Write(Encoding.UTF8.GetString(bytes));
    }

    /// <summary>Writes a line to <see cref="Error"/>, without keys and control characters.</summary>
    public void WriteMessage(string line)
    {
        var sanitized = Sanitize(line);
        if (!_tryBuffer(sanitized))
            error.WriteLine(sanitized);
    }

    /// <summary>Buffers messages until the returned object is disposed, because they would break a live view.</summary>
    public IDisposable BufferMessages()
    {
        var buffer = new MessageBuffer(error);
        _tryBuffer = buffer.TryAdd;
        return buffer;
    }

    /// <summary>Returns the text on one line, without keys and control characters.</summary>
    public string Sanitize(string text) => TerminalText.Sanitize(Secrets.Redact(text));

    // The prompt is on standard error, because it is not part of the results.
    private static Task<string> AskSecretAsync(string prompt, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.PromptAsync(new TextPrompt<string>(Markup.Escape(prompt)).Secret(mask: null), cancellationToken);
    }

    private bool? IsOn(string variable) => Variable(variable) switch
    {
        null or "" => null,
        "0" or "false" => false,
        _ => true,
    };

    // Console.Out and Console.Error use the encoding of the locale, but JSON must be UTF-8.
    private static StreamWriter Writer(Stream stream, bool autoFlush = false) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { AutoFlush = autoFlush };
}

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

/// <summary>Collects messages and writes them when it is disposed. The members are thread-safe.</summary>
internal sealed class MessageBuffer(TextWriter output) : IDisposable
{
    private readonly Lock _lock = new();
    private List<string>? _lines = [];

    /// <summary>Adds a line. Returns false if the buffer has been disposed.</summary>
    public bool TryAdd(string line)
    {
        lock (_lock)
        {
            _lines?.Add(line);
            return _lines is not null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var line in _lines ?? [])
                output.WriteLine(line);
            _lines = null;
        }
    }
}
