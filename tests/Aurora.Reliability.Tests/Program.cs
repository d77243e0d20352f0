using System.CommandLine;
using Aurora.Reliability.Tests.Faults;
using Aurora.Reliability.Tests.Fuzzing;
using Aurora.Reliability.Tests.Hostile;
using Aurora.Reliability.Tests.Load;

var root = new RootCommand("What networks, servers and hostile documents do to the client: the long runs, and the tables for the README.")
{
    new FaultsCommand(),
    new HostileCommand(),
    FuzzCommand.Create(),
    LoadCommands.CreateLoad(),
    LoadCommands.CreateSoak(),
    FuzzTargetCommand.Create(),
};
// A run that somebody ends still tells what it has found.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(5) });
