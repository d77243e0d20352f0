using Aurora.Benchmarks;

return await BenchmarkProgram.RunAsync(args);
