// The native build compiles the same files.
global using System.CommandLine;
global using System.Globalization;
global using Aurora.Cli.Terminals;
global using Aurora.Client;
