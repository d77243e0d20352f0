using System.CommandLine;
using Aurora.Cli.Ids;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Commands;

/// <summary>The ways to say which videos: on the command line, in a file, or on standard input.</summary>
internal sealed class IdsOptions
{
    private readonly Symbol _ids;

    private readonly Option<string> _file = new("--ids-file")
    {
        Description = "Only the videos whose ids are in this file, any number, separated by commas, blanks or line breaks; # begins a remark. "
            + "- reads standard input.",
        HelpName = "file",
    };

    private IdsOptions(Symbol ids) => _ids = ids;

    /// <summary>The ids in an option, for commands that speak of the whole account otherwise.</summary>
    public static IdsOptions AsOption() => new(new Option<string[]>("--ids")
    {
        Description = "Only these videos, any number of ids, separated by commas or spaces.",
        HelpName = "id,id,…",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    });

    /// <summary>The ids as the arguments of the command.</summary>
    public static IdsOptions AsArguments() => new(new Argument<string[]>("ids")
    {
        Description = "Which videos, by their ids. Without any, those of the whole account.",
        HelpName = "ID",
        Arity = ArgumentArity.ZeroOrMore,
    });

    public void AddTo(Command command)
    {
        if (_ids is Option option)
            command.Add(option);
        else
            command.Add((Argument)_ids);
        command.Add(_file);
    }

    /// <summary>The ids, each once, or null if none were asked for.</summary>
    /// <exception cref="UsageException">A word is no id, there is none, or the file cannot be read.</exception>
    public IReadOnlyList<Guid>? Read(ParseResult parsed, ToolConsole console)
    {
        var texts = new List<IdText>();
        if (Arguments(parsed) is { } arguments)
            texts.Add(IdText.OfArguments(arguments, _ids is Option ? "--ids" : "argument"));
        if (parsed.GetValue(_file) is { } file)
            texts.Add(file == "-" ? IdText.OfLines(Lines(console.Input), "standard input") : IdText.OfLines(Lines(file), file));
        return texts.Count == 0 ? null : IdList.Parse(texts);
    }

    private string[]? Arguments(ParseResult parsed) => _ids switch
    {
        Option<string[]> option => parsed.GetResult(option) is null ? null : parsed.GetValue(option),
        Argument<string[]> argument => parsed.GetValue(argument) is { Length: > 0 } values ? values : null,
        _ => null,
    };

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"The file of --ids-file cannot be read: {exception.Message}");
        }
    }

    private static IEnumerable<string> Lines(TextReader input)
    {
        while (input.ReadLine() is { } line)
            yield return line;
    }
}
