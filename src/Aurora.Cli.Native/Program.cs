using Aurora.Cli;
using Aurora.Cli.Native;

return await AuroraTool.RunAsync(args, ToolConsole.ForCurrentProcess(fakeApi: null), parsed => PortableTool.TryRun(parsed, args));
