namespace Aurora.Benchmarks.Running;

/// <summary>What BenchmarkDotNet found out about one peer in one benchmark of one round.</summary>
internal sealed record Measurement(string Benchmark, string Peer, double Nanoseconds, double Bytes);
