namespace Aurora.Benchmarks.Running;

/// <summary>The result of BenchmarkDotNet for one peer in one benchmark of one round.</summary>
/// <param name="Benchmark">The method of the benchmark.</param>
/// <param name="Peer">One of <see cref="Peers.PeerNames"/>.</param>
/// <param name="Nanoseconds">The lower quartile of the iterations, because other work of the machine can only make an iteration longer.</param>
/// <param name="Bytes">The number of bytes that one operation allocates.</param>
internal sealed record Measurement(string Benchmark, string Peer, double Nanoseconds, double Bytes);
