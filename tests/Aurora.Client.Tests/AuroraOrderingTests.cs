namespace Aurora.Client.Tests;

[TestFixture]
public sealed class AuroraOrderingTests
{
    [Test]
    public void Field_descending_has_a_minus() => Assert.That(AuroraOrdering.CreatedAt.Descending().ToQuery(), Is.EqualTo("-created_at"));

    [Test]
    public void Descending_twice_has_one_minus() => Assert.That(AuroraOrdering.CreatedAt.Descending().Descending().ToQuery(), Is.EqualTo("-created_at"));

    [Test]
    public void Ascending_takes_the_minus_away() => Assert.That(AuroraOrdering.By("-name").Ascending(), Is.EqualTo(AuroraOrdering.Name));

    [Test]
    public void ThenBy_joins_fields_with_a_comma() =>
        Assert.That(AuroraOrdering.Status.ThenBy(AuroraOrdering.CreatedAt.Descending()).ToQuery(), Is.EqualTo("status,-created_at"));

    [Test]
    public void Default_value_orders_by_nothing()
    {
        Assert.That(default(AuroraOrdering).ToQuery(), Is.Null);
        Assert.That(default(AuroraOrdering).Descending().ThenBy(AuroraOrdering.Name), Is.EqualTo(AuroraOrdering.Name));
        Assert.That(AuroraOrdering.Name.ThenBy(default), Is.EqualTo(AuroraOrdering.Name));
    }

    [Test]
    public void By_accepts_a_field_that_the_document_does_not_name() =>
        Assert.That(AuroraOrdering.By("-not_in_the_document").ToQuery(), Is.EqualTo("-not_in_the_document"));

    [Test]
    public void Text_does_not_convert_by_itself() =>
        Assert.That(typeof(AuroraOrdering).GetMethods().Select(method => method.Name), Has.None.EqualTo("op_Implicit"));

    [Test]
    public void Orderings_of_the_same_text_are_equal_and_others_are_not()
    {
        Assert.That(AuroraOrdering.By("name") == AuroraOrdering.Name, Is.True);
        Assert.That(AuroraOrdering.By("name") != AuroraOrdering.Name, Is.False);
        Assert.That(AuroraOrdering.By("Name") == AuroraOrdering.Name, Is.False);
        Assert.That(AuroraOrdering.By("Name") != AuroraOrdering.Name, Is.True);
        Assert.That(AuroraOrdering.Name.Equals((object)AuroraOrdering.By("name")), Is.True);
        Assert.That(AuroraOrdering.Name.Equals((object)"name"), Is.False);
        Assert.That(AuroraOrdering.By("name").GetHashCode(), Is.EqualTo(AuroraOrdering.Name.GetHashCode()).And.Not.EqualTo(AuroraOrdering.Status.GetHashCode()));
        Assert.That(default(AuroraOrdering).GetHashCode(), Is.Zero);
    }

    [Test]
    public void ToString_is_the_text_and_empty_for_the_default_value()
    {
        Assert.That(AuroraOrdering.CreatedAt.Descending().ToString(), Is.EqualTo("-created_at"));
        Assert.That(default(AuroraOrdering).ToString(), Is.Empty);
    }

    [Test]
    public void Each_field_of_a_text_is_turned() => Assert.That(AuroraOrdering.By("status, -name").Descending().ToQuery(), Is.EqualTo("-status,-name"));

    [TestCase("")]
    [TestCase("  ")]
    public void Blank_text_is_refused(string text) => Assert.That(() => AuroraOrdering.By(text), Throws.ArgumentException);
}
