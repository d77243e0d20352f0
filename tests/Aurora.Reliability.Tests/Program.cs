using System.CommandLine;
using Aurora.Reliability.Tests.Faults;
using Aurora.Reliability.Tests.Fuzzing;
using Aurora.Reliability.Tests.Hostile;
using Aurora.Reliability.Tests.Load;

var root = new RootCommand("Test the reliability of the Aurora client in long runs.")
{
    new FaultsCommand(),
    new HostileCommand(),
    FuzzCommand.Create(),
    LoadCommands.CreateLoad(),
    LoadCommands.CreateSoak(),
    FuzzTargetCommand.Create(),
};
// A canceled run still reports its findings.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(5) });
