using Aurora.Cli;
using Aurora.Cli.Terminals;

return await AuroraTool.RunAsync(args, ToolConsole.ForCurrentProcess());
