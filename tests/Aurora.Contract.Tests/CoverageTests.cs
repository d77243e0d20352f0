using System.Reflection;
using Aurora.Client;
using Aurora.Document;
using Aurora.Spec.CSharp;
using Newtonsoft.Json;

namespace Aurora.Contract.Tests;

/// <summary>Nothing that the document has is missing from the client, and nothing is there that the document has not.</summary>
[TestFixture]
public sealed class CoverageTests
{
    private static readonly AuroraDocument Document = AuroraDocument.Current;

    [Test]
    public void Every_operation_is_a_method()
    {
        var methods = typeof(AuroraClient).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Select(method => method.Name).ToHashSet();

        Assert.That(Document.Operations.Select(operation => CSharpNames.Method(operation.Operation.OperationId)).Where(name => !methods.Contains(name)), Is.Empty);
    }

    [Test]
    public void Every_property_of_a_video_is_a_property_of_its_class() =>
        Assert.That(JsonNames(typeof(AuroraFlow)), Is.EqualTo(Document.Video.Properties.Keys));

    [Test]
    public void Property_that_may_be_null_is_one_that_the_document_lets_be_null_or_absent()
    {
        var context = new NullabilityInfoContext();
        var nullable = JsonProperties(typeof(AuroraFlow)).Where(property => context.Create(property).ReadState == NullabilityState.Nullable).Select(JsonName);
        var documented = Document.Video.Properties.Values
            .Where(property => property.IsNullableRaw == true || (!property.IsRequired && property.Default is null))
            .Select(property => property.Name);

        Assert.That(nullable, Is.EquivalentTo(documented));
    }

    [Test]
    public void Every_value_of_an_enum_is_known_and_no_other()
    {
        var enums = Document.Video.Properties.Values.Where(property => property.ActualTypeSchema.IsEnumeration).ToDictionary(property => property.Name);
        Assert.That(enums, Is.Not.Empty);
        foreach (var property in JsonProperties(typeof(AuroraFlow)).Where(property => enums.ContainsKey(JsonName(property))))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var known = (System.Collections.IEnumerable)type.GetProperty("KnownValues")!.GetValue(null)!;
            Assert.That(known.Cast<object>().Select(value => value.ToString()), Is.EqualTo(enums[JsonName(property)].ActualTypeSchema.Enumeration));
        }
    }

    [Test]
    public void Every_property_of_a_video_can_be_ordered_by()
    {
        var orderings = typeof(AuroraOrdering).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!.ToString());

        Assert.That(orderings, Is.EqualTo(Document.Video.Properties.Keys));
    }

    private static IEnumerable<PropertyInfo> JsonProperties(Type type) => type.GetProperties().Where(property => property.IsDefined(typeof(JsonPropertyAttribute)));

    private static IEnumerable<string> JsonNames(Type type) => JsonProperties(type).Select(JsonName);

    private static string JsonName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!;
}
