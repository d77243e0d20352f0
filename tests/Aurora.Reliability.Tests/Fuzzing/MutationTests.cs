using Aurora.Client.Tests.Reading.Differential;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>The promises on bodies that are hardly JSON any more.</summary>
[TestFixture]
public sealed class MutationTests
{
    [Test]
    public void Changed_response_is_refused_where_it_is_no_array_and_else_read_as_the_document_says() => Mutations.Any.Check(BodyPromises.Reader);

    [Test]
    public void Changed_response_ends_alike_and_at_the_same_place_however_it_is_cut() => Mutations.Any.Check(BodyPromises.Stream, oneIn: 5);
}
