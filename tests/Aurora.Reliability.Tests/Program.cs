using System.CommandLine;
using Aurora.Reliability.Tests.Faults;

var root = new RootCommand("What networks, servers and hostile documents do to the client: the long runs, and the tables for the README.");
root.Add(new FaultsCommand());
return await root.Parse(args).InvokeAsync();
