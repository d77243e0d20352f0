namespace Aurora.Spec.Releases;

/// <summary>One release: from the commit to the packages on the feed.</summary>
/// <param name="feed">The feed, or null in a dry run without one.</param>
internal sealed class Release(Repository repository, Feed? feed, bool isDryRun, bool hasNativeTool, ReleaseLog log, SpecConsole console)
{
    private const string Solution = "Aurora.Generated.sln";
    private const string Reproducible = "-p:ContinuousIntegrationBuild=true";
    private const int TailLength = 40;

    private readonly NuGetVersion _version = PackageVersion.Of(repository);
    private readonly string _packages = repository.PathOf("artifacts/packages");
    private readonly List<string> _onFeed = [];
    private string? _uncertain;

    /// <summary>Gets whether this release may have changed the feed.</summary>
    public bool HasPushed => _onFeed.Count > 0 || _uncertain is not null;

    /// <summary>Gets what is on the feed, as far as this release knows.</summary>
    public string Summary => HasPushed
        ? $"{(_onFeed.Count > 0 ? $"On the feed: {string.Join(", ", _onFeed)}. " : "")}{(_uncertain is null ? "" : $"{_uncertain} may be on the feed.")}".TrimEnd()
        : "Nothing was pushed.";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Step("Checking the commit, the version and the feed");
        var tree = new WorkingTree(arguments => StartAsync(repository.Root, "git", arguments, cancellationToken));
        var commit = await tree.CommitAsync();
        foreach (var finding in await ReleaseCheck.FindAsync(repository, cancellationToken))
        {
            if (!isDryRun)
                throw new SpecException(finding.What, $"Fix: {finding.Fix}");
            Tell($"A release would be refused: {finding.What}");
        }

        if (feed is not null)
            await feed.CheckAsync(withPush: !isDryRun, cancellationToken);

        using var work = new TemporaryFolder();
        var source = Path.Combine(work.Path, "source");
        var released = await DownloadReleasedAsync(work.Path, cancellationToken);
        var tested = new TestedPackages(repository.PathOf("artifacts/tested.txt"), _packages, [commit, $"native tool: {hasNativeTool}", .. released.Select(package => $"compared with {package.Name} {package.ContentHash}")]);
        var isTested = tested.Exist();
        if (isTested)
        {
            Tell("An earlier run built the packages from this commit and tested them.");
        }
        else
        {
            Step("Cloning and packing the commit");
            await RunAsync(repository.Root, "git", ["clone", "--quiet", "--no-checkout", repository.Root, source], cancellationToken);
            await RunAsync(source, "git", ["checkout", "--quiet", "--detach", commit], cancellationToken);
            await PackAsync(source, released, cancellationToken);
        }

        Step("Comparing the packages with those on the feed");
        var packages = PackedPackage.ReadAll(_packages, _version);
        var onFeed = await FindOnFeedAsync(packages, cancellationToken);
        if (!isTested)
        {
            Step("Building and testing with .ci/run, which takes several minutes");
            await RunAsync(source, "bash", [".ci/run"], cancellationToken);
            if (await tree.CommitAsync() != commit)
                throw new SpecException($"The packages were built from {commit}, but another commit is checked out now.", "Fix: run the release again, and do not change the working tree until it ends.");
            tested.Save();
        }

        if (isDryRun)
        {
            Show(packages, onFeed);
            return;
        }

        Step($"Pushing to {feed!.Name}");
        foreach (var package in packages)
        {
            if (!onFeed.Contains(package))
                await PushAsync(package, cancellationToken);
            _onFeed.Add(package.Name);
            // A feed does not show which symbols it has, so they are always pushed.
            if (feed.AcceptsSymbols)
                await feed.PushAsync(package.Symbols, cancellationToken);
            Tell($"{package.Name} is on the feed, {(feed.AcceptsSymbols ? "with" : "without")} symbols.");
        }

        // The next version is compared with the last one that promised compatibility, and a prerelease does not.
        if (!_version.IsPrerelease)
            Baseline.Record(repository);
        var next = _version.IsPrerelease ? "" : $"  git add {Baseline.Folder} && git commit -m \"Record the release of {_version}\"\n";
        console.Error.WriteLine($"Released {_version}. Next steps:\n{next}  git tag v{_version} {commit}");
    }

    // Versions that allow breaking changes are not compared with the last release.
    private async Task<List<PackedPackage>> DownloadReleasedAsync(string folder, CancellationToken cancellationToken)
    {
        var packages = new List<PackedPackage>();
        if (feed is null || Baseline.Of(repository)?.Version is not { } released || SemanticVersionRule.Allows(_version, released, VersionBump.Major))
            return packages;
        foreach (var package in PackedPackage.Libraries.Select(id => new PackedPackage(id, released, folder)))
        {
            if (await feed.DownloadAsync(package, cancellationToken) is { } content)
            {
                await File.WriteAllBytesAsync(package.File, content, cancellationToken);
                packages.Add(package);
            }
            else
            {
                Tell($"The feed does not have {package.Name}, so the new version is not compared with it.");
            }
        }

        return packages;
    }

    private async Task PackAsync(string source, List<PackedPackage> released, CancellationToken cancellationToken)
    {
        if (Directory.Exists(_packages))
            Directory.Delete(_packages, recursive: true);
        Directory.CreateDirectory(_packages);
        List<string> pack = ["pack", Solution, "-c", "Release", "--no-restore", "-nologo", Reproducible, "-o", _packages];
        if (released.Count > 0)
            pack.AddRange([$"-p:ReleasedPackages={released[0].Folder}", $"-p:ReleasedVersion={released[0].Version.ToNormalizedString()}"]);
        await RunAsync(source, "dotnet", ["restore", Solution, "--locked-mode", "-nologo"], cancellationToken);
        if (hasNativeTool)
        {
            pack.Add("-p:NativeTool=true");
            await RunAsync(source, "dotnet", ["publish", "src/Aurora.Cli.Native", "-nologo", Reproducible, "-o", "artifacts/native"], cancellationToken);
        }

        await RunAsync(source, "dotnet", [.. pack], cancellationToken);
    }

    private async Task<List<PackedPackage>> FindOnFeedAsync(IReadOnlyList<PackedPackage> packages, CancellationToken cancellationToken)
    {
        var found = new List<PackedPackage>();
        foreach (var package in packages)
        {
            if (feed is null || await feed.DownloadAsync(package, cancellationToken) is not { } content)
                continue;
            if (!package.HasSameContent(content))
                throw new SpecException($"{feed.Name} has another {package.Name}, which was built from another commit or by another build.", $"Fix: write a higher version in {PackageVersion.File} and commit it, or check out the commit of the interrupted release.");
            found.Add(package);
        }

        return found;
    }

    private async Task PushAsync(PackedPackage package, CancellationToken cancellationToken)
    {
        _uncertain = package.Name;
        try
        {
            await feed!.PushAsync(package.File, cancellationToken);
        }
        // The feed may have the package although its answer was lost, or because another release was faster.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (exception is SpecException)
                _uncertain = null;
            if ((await FindOnFeedAsync([package], cancellationToken)).Count == 0)
                throw;
        }

        _uncertain = null;
    }

    private void Show(IReadOnlyList<PackedPackage> packages, List<PackedPackage> onFeed)
    {
        console.Output.WriteLine($"{"FILE",-40} {"BYTES",10}  {"SHA-256",-64}  ON THE FEED");
        foreach (var (file, isOnFeed) in packages.SelectMany(package => new[] { (package.File, onFeed.Contains(package)), (package.Symbols, false) }))
            console.Output.WriteLine($"{Path.GetFileName(file),-40} {new FileInfo(file).Length,10}  {PackedPackage.Sha256(file)}  {(isOnFeed ? "yes" : "no")}");
        console.Error.WriteLine("Dry run: nothing was pushed.");
    }

    private async Task RunAsync(string folder, string program, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await StartAsync(folder, program, arguments, cancellationToken);
        if (result.ExitCode != 0)
            throw new SpecException([.. result.Output.TrimEnd().Split('\n').TakeLast(TailLength), $"{program} {arguments[0]} failed with exit code {result.ExitCode}. {ReleaseLog.File} contains the whole output."]) { ExitCode = ExitCode.Found };
    }

    private Task<ProcessResult> StartAsync(string folder, string program, string[] arguments, CancellationToken cancellationToken)
    {
        // Builds and tests do not need the keys, and may print their environment. The tests use the packages.
        var variables = new[] { Feed.KeyVariable, Feed.Variable, "AURORA_API_ID", "AURORA_API_KEY" }.ToDictionary(name => name, _ => (string?)null);
        variables["AURORA_PACKAGES"] = _packages;
        return console.Processes.RunAsync(new ChildProcess(program, arguments, folder) { Variables = variables }, log.Add, cancellationToken);
    }

    private void Step(string title)
    {
        console.Error.WriteLine(title);
        log.Add($"--- {title}");
    }

    private void Tell(string line) => console.Error.WriteLine($"  {line}");
}
