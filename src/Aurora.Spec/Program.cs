using Aurora.Spec;
using Aurora.Spec.Terminals;

return await SpecTool.RunAsync(args, SpecConsole.OfThisProcess());
