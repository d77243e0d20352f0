using Aurora.Cli;
using Aurora.Cli.Fakes;
using Aurora.Cli.Terminals;

return await AuroraTool.RunAsync(args, ToolConsole.ForCurrentProcess(new FakeApi()));
