namespace Aurora.Client.Tests;

[TestFixture]
public sealed class AuroraOrderingTests
{
    [Test]
    public void Descending_adds_a_minus() => Assert.That(AuroraOrdering.CreatedAt.Descending().ToQuery(), Is.EqualTo("-created_at"));

    [Test]
    public void Descending_twice_adds_one_minus() => Assert.That(AuroraOrdering.CreatedAt.Descending().Descending().ToQuery(), Is.EqualTo("-created_at"));

    [Test]
    public void Ascending_removes_the_minus() => Assert.That(AuroraOrdering.By("-name").Ascending(), Is.EqualTo(AuroraOrdering.Name));

    [Test]
    public void ThenBy_joins_fields_with_a_comma() =>
        Assert.That(AuroraOrdering.Status.ThenBy(AuroraOrdering.CreatedAt.Descending()).ToQuery(), Is.EqualTo("status,-created_at"));

    [Test]
    public void Default_value_has_no_order()
    {
        Assert.That(default(AuroraOrdering).ToQuery(), Is.Null);
        Assert.That(default(AuroraOrdering).Descending().ThenBy(AuroraOrdering.Name), Is.EqualTo(AuroraOrdering.Name));
        Assert.That(AuroraOrdering.Name.ThenBy(default), Is.EqualTo(AuroraOrdering.Name));
    }

    [Test]
    public void By_accepts_a_field_that_is_not_in_the_document() =>
        Assert.That(AuroraOrdering.By("-not_in_the_document").ToQuery(), Is.EqualTo("-not_in_the_document"));

    [Test]
    public void Text_has_no_conversion_to_an_ordering() =>
        Assert.That(typeof(AuroraOrdering).GetMethods().Select(method => method.Name), Has.None.EqualTo("op_Implicit"));

    [Test]
    public void Orderings_are_equal_if_their_text_is_equal()
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
    public void ToString_returns_the_text_or_an_empty_string_for_the_default_value()
    {
        Assert.That(AuroraOrdering.CreatedAt.Descending().ToString(), Is.EqualTo("-created_at"));
        Assert.That(default(AuroraOrdering).ToString(), Is.Empty);
    }

    [Test]
    public void Descending_changes_each_field() => Assert.That(AuroraOrdering.By("status, -name").Descending().ToQuery(), Is.EqualTo("-status,-name"));

    [TestCase("")]
    [TestCase("  ")]
    public void By_with_blank_text_throws(string text) => Assert.That(() => AuroraOrdering.By(text), Throws.ArgumentException);
}
