using Aurora.Spec;

return await SpecTool.RunAsync(args, SpecConsole.OfThisProcess());
