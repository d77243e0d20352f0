using System.Runtime.Versioning;
using Aurora.Cli.Profiles;

namespace Aurora.Cli.Tests.Profiles;

[TestFixture]
public sealed class ProfileFileTests
{
    private static readonly Profile Profile = new("the-api-id", "the-api-key", "https://api.example.com/");

    private TemporaryFolder _home = null!;
    private ProfileFile _file = null!;

    [SetUp]
    public void Start()
    {
        _home = new TemporaryFolder();
        _file = ProfileFile.Locate(name => name is "XDG_CONFIG_HOME" or "APPDATA" ? _home.Path : null);
    }

    [TearDown]
    public void Stop() => _home.Dispose();

    [Test]
    public async Task Load_saved_profile_returns_equal_profile()
    {
        await _file.SaveAsync(new Profile("old", "old", null));
        await _file.SaveAsync(Profile);

        Assert.That(_file.Load(), Is.EqualTo(Profile));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(_file.Path)!), Is.EqualTo(new[] { _file.Path }), "A temporary file was not deleted.");
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win")]
    public async Task Save_profile_is_accessible_only_to_owner()
    {
        await _file.SaveAsync(Profile);

        Assert.That(File.GetUnixFileMode(_file.Path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(
            File.GetUnixFileMode(Path.GetDirectoryName(_file.Path)!),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Save_symbolic_link_is_kept_and_its_target_replaced()
    {
        await _file.SaveAsync(new Profile("old", "old", null));
        var target = Path.Combine(_home.Path, "dotfiles.json");
        File.Move(_file.Path, target);
        File.CreateSymbolicLink(_file.Path, target);

        await _file.SaveAsync(Profile);

        Assert.That(File.ResolveLinkTarget(_file.Path, returnFinalTarget: false)!.FullName, Is.EqualTo(target));
        Assert.That(File.ReadAllText(target), Does.Contain("the-api-id"));
        Assert.That(_file.Load(), Is.EqualTo(Profile));
        Assert.That(Directory.GetFiles(_home.Path), Is.EqualTo(new[] { target }));
    }

    [TestCase("relative/folder")]
    [TestCase("")]
    [Platform(Exclude = "Win")]
    public void Locate_relative_XDG_CONFIG_HOME_is_ignored(string folder) => Assert.That(
        ProfileFile.Locate(name => name == "XDG_CONFIG_HOME" ? folder : _home.Path).Path,
        Is.EqualTo(Path.Combine(_home.Path, ".config", "aurora", "profile.json")));

    [TestCase(UnixFileMode.GroupRead)]
    [TestCase(UnixFileMode.OtherRead)]
    [TestCase(UnixFileMode.OtherWrite)]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win")]
    public async Task Load_file_accessible_to_others_throws_with_solution(UnixFileMode mode)
    {
        await _file.SaveAsync(Profile);
        File.SetUnixFileMode(_file.Path, File.GetUnixFileMode(_file.Path) | mode);

        Assert.That(() => _file.Load(), Throws.TypeOf<UsageException>().With.Message.Contain($"chmod 600 '{_file.Path}'"));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""{"api_id": "the-api-id"}""")]
    [TestCase("""{"api_id": "the-api-id", "api_key": ""}""")]
    [TestCase("""{"api_id": "the-api-id", "api_key": the-api-key}""")]
    public async Task Load_invalid_content_throws_without_showing_it(string text)
    {
        await _file.SaveAsync(Profile);
        File.WriteAllText(_file.Path, text);

        Assert.That(() => _file.Load(), Throws.TypeOf<UsageException>().With.Message.Contain("aurora login").And.Message.Not.Contain("the-api"));
    }

    [Test]
    public void Load_no_file_returns_null() => Assert.That(_file.Load(), Is.Null);

    [Test]
    public void Locate_no_home_throws() =>
        Assert.That(() => ProfileFile.Locate(_ => null), Throws.TypeOf<UsageException>().With.Message.Match("^(HOME|APPDATA) is not set"));

    [Test]
    public void ToString_profile_contains_no_keys() => Assert.That(Profile.ToString(), Does.Not.Contain("the-api"));
}
