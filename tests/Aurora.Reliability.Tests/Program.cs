using System.CommandLine;

var root = new RootCommand("What networks, servers and hostile documents do to the client: the long runs, and the tables for the README.");
return await root.Parse(args).InvokeAsync();
