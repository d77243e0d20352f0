using System.CommandLine;
using Aurora.Reliability.Tests.Faults;
using Aurora.Reliability.Tests.Hostile;

var root = new RootCommand("What networks, servers and hostile documents do to the client: the long runs, and the tables for the README.");
root.Add(new FaultsCommand());
root.Add(new HostileCommand());
return await root.Parse(args).InvokeAsync();
