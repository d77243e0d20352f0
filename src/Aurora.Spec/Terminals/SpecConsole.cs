using System.Text;
using Aurora.Spec.Processes;

namespace Aurora.Spec.Terminals;

/// <summary>What a command sees of the world around it.</summary>
internal sealed class SpecConsole(TextWriter output, TextWriter error)
{
    /// <summary>Results, and nothing else.</summary>
    public TextWriter Output => output;

    /// <summary>Messages and progress.</summary>
    public TextWriter Error => error;

    /// <summary>Standard input, as bytes.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Whether a person looks at <see cref="Output"/>, rather than a program.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Where the tool was started: in the repository, or below.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    public int Width { get; init; } = 120;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How a release runs other programs.</summary>
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

    // Console.Out follows the locale, and Markdown and JSON have to be UTF-8 in every one.
    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
