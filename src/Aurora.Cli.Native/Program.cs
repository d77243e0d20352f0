using Aurora.Cli;
using Aurora.Cli.Native;
using Aurora.Cli.Terminals;

return await AuroraTool.RunAsync(args, ToolConsole.ForCurrentProcess(fakeApi: null), parsed => PortableTool.TryRun(parsed, args));
