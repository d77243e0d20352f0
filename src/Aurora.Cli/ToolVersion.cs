using System.CommandLine.Invocation;
using System.Reflection;

namespace Aurora.Cli;

/// <summary>Which release of the tool this is.</summary>
internal static class ToolVersion
{
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the tool as a product of a <c>User-Agent</c> header, without the commit.</summary>
    public static string Product { get; } = "aurora/" + Text.Split('+')[0];
}

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
