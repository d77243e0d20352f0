using Aurora.TestKit.Differential;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Runs the checks on randomly changed responses.</summary>
[TestFixture]
public sealed class MutationTests
{
    [Test]
    public void Changed_response_is_rejected_or_read_correctly() => Mutations.Any.Check(BodyChecks.Reader);

    [Test]
    public void Changed_response_is_read_the_same_way_in_any_pieces() => Mutations.Any.Check(BodyChecks.Stream, oneIn: 5);
}
