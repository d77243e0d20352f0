using Aurora.Cli;
using Aurora.Cli.Native;
using Aurora.Cli.Terminals;

return await AuroraTool.RunAsync(args, ToolConsole.OfThisProcess(), parsed => ManagedTool.TakeOver(parsed, args));
