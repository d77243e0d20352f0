using System.CommandLine;
using System.CommandLine.Invocation;
using Aurora.Cli.Terminals;
using Aurora.Client;

namespace Aurora.Cli.Commands;

/// <summary><c>--version</c>: shows the version of the tool and of the document that the client is generated from.</summary>
internal sealed class VersionAction(ToolConsole console) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        console.Output.WriteLine($"aurora {ToolVersion.Text}");
        console.Output.WriteLine($"document: {AuroraClient.Specification}");
        return ExitCode.Success;
    }
}
