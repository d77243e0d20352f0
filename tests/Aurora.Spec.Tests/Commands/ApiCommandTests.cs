namespace Aurora.Spec.Tests.Commands;

[TestFixture]
public sealed class ApiCommandTests : RepositoryCopyTests
{
    private const string Approved = "src/Aurora.Client/PublicApi/netstandard2.0.approved.txt";

    private string _true = null!;

    [SetUp]
    public void Outdate()
    {
        _true = Copy[Approved];
        Copy.Replace(Approved, "public const int MaxIds = 100;", "public const int MaxIds = 99;");
    }

    [Test]
    public async Task Difference_is_shown_with_the_command_that_accepts_it_and_nothing_is_written()
    {
        var before = Copy[Approved];

        var run = await ToolRun.InAsync(Copy.Repository, "api", "--no-build");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output, Does.StartWith($"--- {Approved}\n").And.Contain("\n-        public const int MaxIds = 99;\n+        public const int MaxIds = 100;\n"));
        Assert.That(run.Error, Does.Contain("dotnet run --project src/Aurora.Spec -- api --accept"));
        Assert.That(Copy[Approved], Is.EqualTo(before));
    }

    [Test]
    public async Task Accept_writes_the_files_and_leaves_nothing_to_show()
    {
        var accepted = await ToolRun.InAsync(Copy.Repository, "api", "--no-build", "--accept");
        var after = await ToolRun.InAsync(Copy.Repository, "api", "--no-build");

        Assert.That((accepted.Code, after.Code, after.Output), Is.EqualTo((0, 0, "")));
        Assert.That(Copy[Approved], Is.EqualTo(_true));
        Assert.That(Directory.EnumerateFiles(Path.GetDirectoryName(Copy.Repository.PathOf(Approved))!), Has.Exactly(3).Items);
    }

    [Test]
    public async Task Accept_creates_a_missing_file()
    {
        File.Delete(Copy.Repository.PathOf(Approved));

        await ToolRun.InAsync(Copy.Repository, "api", "--no-build", "--accept");

        Assert.That(Copy[Approved], Is.EqualTo(_true));
    }

    [Test]
    public async Task Package_that_is_not_built_is_bad_input_with_the_command_that_builds_it()
    {
        File.Delete(Copy.Repository.PathOf(Spec.PublicApi.ApiSnapshot.All[0].BuiltFile));

        var run = await ToolRun.InAsync(Copy.Repository, "api", "--no-build", "--accept");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("does not exist").And.Contain("dotnet build src/Aurora.Client"));
    }

    [Test]
    public async Task Package_that_does_not_build_is_bad_input_with_the_output_of_the_build()
    {
        Copy["src/Aurora.Client/Aurora.Client.csproj"] = "<Project>";

        var run = await ToolRun.InAsync(Copy.Repository, "api", "--accept");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("src/Aurora.Client does not build").And.Contain("Aurora.Client.csproj"));
        Assert.That(Copy[Approved], Is.Not.EqualTo(_true));
    }
}
