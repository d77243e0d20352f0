using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NSubstitute;
using NSubstitute.Extensions;

namespace Aurora.Client.Tests;

/// <summary>Tests doubles of the client: a derived class, Moq and NSubstitute.</summary>
[TestFixture]
public sealed class TestDoubleTests
{
    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Test]
    public async Task Derived_class_that_overrides_ListAsync_changes_every_call_that_is_built_on_it()
    {
        using var aurora = new AccountOfOne();

        Assert.Multiple(async () =>
        {
            Assert.That((await aurora.ListAsync(Id.ToString())).Single().Id, Is.EqualTo(Id));
            Assert.That((await aurora.FindAsync(Id))!.Id, Is.EqualTo(Id));
            Assert.That(await aurora.FindAsync(Guid.NewGuid()), Is.Null);
            Assert.That((await aurora.GetManyAsync([Id])).Videos.Single().Id, Is.EqualTo(Id));
            Assert.That(await aurora.StreamManyAsync([Id]).Select(video => video.Id).ToListAsync(), Is.EqualTo(new[] { Id }));
            Assert.That(await aurora.WatchAsync([Id]).Select(change => change.IsFinal).ToListAsync(), Is.EqualTo(new[] { true }));
            Assert.That((await aurora.WaitForCompletionAsync([Id])).Single().Id, Is.EqualTo(Id));
        });
    }

    [Test]
    public async Task Derived_class_uses_the_clock_of_its_options()
    {
        var clock = new FakeTimeProvider();
        using var aurora = new AccountOfOne(new AuroraClientOptions { TimeProvider = clock }) { Statuses = ["running", "done"] };

        var waiting = aurora.WaitForCompletionAsync([Id]);
        Assert.That(waiting.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That((await waiting).Single().Status, Is.EqualTo(AuroraStatus.Done));
    }

    [Test]
    public async Task Member_that_is_not_overridden_throws_with_the_fix()
    {
        using var aurora = new Untouched();

        await Assert.ThatAsync(() => aurora.ListAsync(), Throws.InvalidOperationException.With.Message.Contains("Override"));
        Assert.That(() => aurora.StreamAsync(), Throws.InvalidOperationException.With.Message.Contains("Override"));
    }

    [Test]
    public async Task Moq_sets_up_members_including_streams()
    {
        var mock = new Mock<AuroraClient>();
        mock.Setup(aurora => aurora.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([Video("done")]);
        mock.Setup(aurora => aurora.StreamAsync(It.IsAny<AuroraOrdering>(), It.IsAny<CancellationToken>())).Returns(Stream("done", "failed"));

        Assert.That((await mock.Object.ListAsync()).Single().Id, Is.EqualTo(Id));
        Assert.That(await mock.Object.StreamAsync().Select(video => video.Status.Value).ToListAsync(), Is.EqualTo(new[] { "done", "failed" }));
    }

    [Test]
    public async Task Moq_with_CallBase_changes_every_call_that_is_built_on_a_member()
    {
        var mock = new Mock<AuroraClient> { CallBase = true };
        mock.Setup(aurora => aurora.ListAsync(It.IsAny<IEnumerable<Guid>>(), It.IsAny<AuroraOrdering>(), It.IsAny<CancellationToken>())).ReturnsAsync([Video("done")]);

        Assert.That((await mock.Object.GetManyAsync([Id])).Videos.Single().Id, Is.EqualTo(Id));
    }

    [Test]
    public async Task NSubstitute_sets_up_members_including_streams()
    {
        using var aurora = Substitute.For<AuroraClient>();
        aurora.FindAsync(Id, Arg.Any<CancellationToken>()).Returns(Video("running"));
        aurora.StreamAsync(default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(Stream("done"));

        Assert.That((await aurora.FindAsync(Id))!.Status, Is.EqualTo(AuroraStatus.Running));
        Assert.That(await aurora.StreamAsync().Select(video => video.Status.Value).ToListAsync(), Is.EqualTo(new[] { "done" }));
    }

    [Test]
    public async Task NSubstitute_ForPartsOf_changes_every_call_that_is_built_on_a_member()
    {
        using var aurora = Substitute.ForPartsOf<AuroraClient>();
        aurora.Configure().ListAsync(Arg.Any<IEnumerable<Guid>>(), Arg.Any<AuroraOrdering>(), Arg.Any<CancellationToken>()).Returns([Video("done")]);

        Assert.That((await aurora.WaitForCompletionAsync([Id])).Single().Id, Is.EqualTo(Id));
    }

    [Test]
    public void Every_public_operation_can_be_overridden() =>
        Assert.That(
            typeof(AuroraClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && (!method.IsVirtual || method.IsFinal)),
            Is.Empty);

    private static AuroraFlow Video(string status) => new() { Id = Id, Status = status };

    private static async IAsyncEnumerable<AuroraFlow> Stream(params string[] statuses)
    {
        await Task.CompletedTask;
        foreach (var status in statuses)
            yield return Video(status);
    }

    private sealed class Untouched : AuroraClient;

    private sealed class AccountOfOne(AuroraClientOptions? options = null) : AuroraClient(options ?? new AuroraClientOptions())
    {
        private int _calls;

        public IReadOnlyList<string> Statuses { get; init; } = ["done"];

        public override Task<IReadOnlyList<AuroraFlow>> ListAsync(
            IEnumerable<Guid> ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default)
        {
            IReadOnlyList<AuroraFlow> videos = ids.Contains(Id) ? [Video(Statuses[Math.Min(_calls++, Statuses.Count - 1)])] : [];
            return Task.FromResult(videos);
        }
    }
}
