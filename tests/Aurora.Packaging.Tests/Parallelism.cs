// A consumer waits for downloads and single-threaded builds more than it computes.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
