namespace Aurora.Benchmarks.Running;

/// <summary>What BenchmarkDotNet found out about one peer in one benchmark of one round.</summary>
/// <param name="Benchmark">The benchmark's method.</param>
/// <param name="Peer">One of <see cref="Peers.PeerNames"/>.</param>
/// <param name="Nanoseconds">The lower quartile of the iterations: whatever else the machine does only makes one longer.</param>
/// <param name="Bytes">Allocated by one operation.</param>
internal sealed record Measurement(string Benchmark, string Peer, double Nanoseconds, double Bytes);
