using System.CommandLine;

namespace Aurora.Cli.Commands;

/// <summary>A command with examples, which its own help shows and the list of commands does not.</summary>
internal abstract class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines, one each, as they are typed.</summary>
    public abstract string[] Examples { get; }
}
