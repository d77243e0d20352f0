using Aurora.Spec.Terminals;

namespace Aurora.Spec.Tests;

/// <summary>One run of the tool, as from a shell.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    public static async Task<ToolRun> InAsync(Repository repository, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SpecTool.RunAsync(arguments, new SpecConsole(output, error) { WorkingDirectory = repository.Root });
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
