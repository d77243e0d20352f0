using Aurora.Spec.Terminals;

namespace Aurora.Spec.Tests;

/// <summary>The result of one run of the tool.</summary>
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
