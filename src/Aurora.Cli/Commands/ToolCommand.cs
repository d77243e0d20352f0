using System.CommandLine;

namespace Aurora.Cli.Commands;

/// <summary>A command of the tool.</summary>
/// <param name="name">The name of the command.</param>
/// <param name="summary">One imperative sentence of at most 60 characters. <c>aurora --help</c> shows it.</param>
/// <param name="details">Additional sentences for the help of the command.</param>
internal abstract class ToolCommand(string name, string summary, string details) : Command(name, summary)
{
    public string Details => details;

    /// <summary>Command lines that the help of the command shows.</summary>
    public abstract string[] Examples { get; }
}
