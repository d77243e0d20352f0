// The tests mostly wait for downloads and single-threaded builds.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
