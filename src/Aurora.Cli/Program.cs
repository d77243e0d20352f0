using Aurora.Cli;
using Aurora.Cli.Fakes;

return await AuroraTool.RunAsync(args, ToolConsole.ForCurrentProcess(new FakeApi()));
