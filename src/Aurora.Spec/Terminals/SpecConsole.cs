namespace Aurora.Spec.Terminals;

/// <summary>The environment of a command.</summary>
internal sealed class SpecConsole(TextWriter output, TextWriter error)
{
    /// <summary>Standard output, for results only.</summary>
    public TextWriter Output => output;

    /// <summary>Standard error, for messages and progress.</summary>
    public TextWriter Error => error;

    public Stream Input { get; init; } = Stream.Null;

    public bool IsTerminal { get; init; }

    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    public int Width { get; init; } = 120;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public IProcessRunner Processes { get; init; } = new ProcessRunner();

    public Func<string, string?> Variable { get; init; } = _ => null;

    public bool AllowsColor => IsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public static SpecConsole OfThisProcess() => new(Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError()))
    {
        Input = Console.OpenStandardInput(),
        IsTerminal = !Console.IsOutputRedirected,
        Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 120 : Console.WindowWidth,
        Variable = Environment.GetEnvironmentVariable,
    };

    // Console.Out uses the encoding of the locale, but Markdown and JSON must be UTF-8.
    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
