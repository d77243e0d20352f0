using System.CommandLine;
using Aurora.Reliability.Tests.Fuzzing;
using Aurora.Reliability.Tests.Load;

var root = new RootCommand("What networks, servers and hostile documents do to the client: the long runs, and the tables for the README.");
root.Subcommands.Add(FuzzCommand.Create());
root.Subcommands.Add(LoadCommands.CreateLoad());
root.Subcommands.Add(LoadCommands.CreateSoak());
root.Subcommands.Add(FuzzTargetCommand.Create());
// A run that somebody ends still tells what it has found.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(5) });
