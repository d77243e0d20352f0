using Aurora.Cli;
using Aurora.Cli.Native;
using Aurora.Cli.Terminals;

return await AuroraTool.RunAsync(args, ToolConsole.ForCurrentProcess(), parsed => PortableTool.TryRun(parsed, args));
