namespace Aurora.Contract.Tests.Growth;

/// <summary>Runs tests that a caller writes after an update to the operations that list, retrieve and create videos.</summary>
[TestFixture]
public sealed class CallerTests
{
    private const string Document = "create";

    private Type _caller = null!;
    private string _folder = null!;

    [OneTimeSetUp]
    public async Task Compile()
    {
        var client = await GrownClient.OfAsync(GrowthDocument.Parse(Document));
        _caller = client.Compile(Path.Combine(TestRepository.Root, "tests", "Aurora.Contract.Tests", "Growth", "Callers", "VideoTests.cs")).GetType("VideoTests")!;
        _folder = Directory.CreateTempSubdirectory("aurora-caller-").FullName;
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCase("Created_video_is_watched_and_downloaded")]
    [TestCase("Video_that_the_API_refuses_throws_with_the_fields")]
    public Task Caller_tests_code_with_the_fake(string test) =>
        (Task)_caller.GetMethod(test)!.Invoke(Activator.CreateInstance(_caller, GrowthDocument.Read(Document), _folder), [])!;
}
