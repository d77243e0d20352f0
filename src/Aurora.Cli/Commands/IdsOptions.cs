namespace Aurora.Cli.Commands;

/// <summary>The ways to specify ids: on the command line, in a file, or on standard input.</summary>
internal sealed class IdsOptions
{
    private readonly Symbol _ids;

    private readonly Option<string> _file = new("--ids-file")
    {
        Description = "Read ids from this file, separated by commas, spaces or line breaks. # starts a comment. Use - for standard input.",
        HelpName = "file",
    };

    private IdsOptions(Symbol ids) => _ids = ids;

    public static IdsOptions AsOption() => new(new Option<string[]>("--ids")
    {
        Description = "Include only the videos with these ids, separated by commas or spaces. Accepts any number of ids.",
        HelpName = "id,id,…",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    });

    public static IdsOptions AsArguments(string description) => new(new Argument<string[]>("ids")
    {
        Description = description,
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

    /// <summary>Returns the distinct ids, or null if the command line specifies none.</summary>
    public async Task<IReadOnlyList<Guid>?> ReadAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var sources = new List<(string Text, string Location)>();
        if (Arguments(parsed) is { } arguments)
            sources.AddRange(IdList.FromArguments(arguments, _ids is Option ? "--ids" : "argument"));
        if (parsed.GetValue(_file) is { } file)
            sources.AddRange(IdList.FromFile(await InputFile.ReadAsync(file, "--ids-file", console, cancellationToken), file == "-" ? "standard input" : file));
        return sources.Count == 0 ? null : IdList.Parse(sources);
    }

    private string[]? Arguments(ParseResult parsed) => _ids switch
    {
        Option<string[]> option => parsed.GetResult(option) is null ? null : parsed.GetValue(option),
        Argument<string[]> argument => parsed.GetValue(argument) is { Length: > 0 } values ? values : null,
        _ => null,
    };
}
