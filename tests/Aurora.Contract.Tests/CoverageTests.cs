using System.Reflection;
using Aurora.Client;
using Aurora.Contract.Tests.Replaying;
using Newtonsoft.Json;

namespace Aurora.Contract.Tests;

/// <summary>Tests that the client has everything in the document, and nothing else.</summary>
[TestFixture]
public sealed class CoverageTests
{
    private static readonly AuroraDocument Document = AuroraDocument.Current;

    [Test]
    public void Every_operation_has_a_method()
    {
        var methods = typeof(AuroraClient).GetMethods().Select(method => method.Name).ToHashSet();
        var expected = Document.Operations.Select(operation => ClientNames.Method(operation.Operation.OperationId));

        Assert.That(expected.Where(name => !methods.Contains(name)), Is.Empty);
    }

    [Test]
    public void Video_properties_match_the_document() =>
        Assert.That(JsonNames(typeof(AuroraFlow)), Is.EqualTo(Document.Video.Properties.Keys));

    [Test]
    public void Nullable_properties_are_nullable_optional_or_urls_in_the_document()
    {
        var context = new NullabilityInfoContext();
        var nullable = JsonProperties(typeof(AuroraFlow))
            .Where(property => context.Create(property).ReadState == NullabilityState.Nullable).Select(JsonName);
        var documented = Document.Video.Properties.Values
            .Where(property => property.IsNullableRaw == true || (!property.IsRequired && property.Default is null) || property.Format == "uri")
            .Select(property => property.Name);

        Assert.That(nullable, Is.EquivalentTo(documented));
    }

    [Test]
    public void KnownValues_match_the_enums_in_the_document()
    {
        var enums = Document.Video.Properties.Values
            .Where(property => property.ActualTypeSchema.IsEnumeration).ToDictionary(property => property.Name);
        Assert.That(enums, Is.Not.Empty);
        foreach (var property in JsonProperties(typeof(AuroraFlow)).Where(property => enums.ContainsKey(JsonName(property))))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var known = (System.Collections.IEnumerable)type.GetProperty("KnownValues")!.GetValue(null)!;
            Assert.That(known.Cast<object>().Select(value => value.ToString()), Is.EqualTo(enums[JsonName(property)].ActualTypeSchema.Enumeration));
        }
    }

    [Test]
    public void Orderings_match_the_properties_of_a_video()
    {
        var orderings = typeof(AuroraOrdering).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null)!.ToString());

        Assert.That(orderings, Is.EqualTo(Document.Video.Properties.Keys));
    }

    private static IEnumerable<PropertyInfo> JsonProperties(Type type) =>
        type.GetProperties().Where(property => property.IsDefined(typeof(JsonPropertyAttribute)));

    private static IEnumerable<string> JsonNames(Type type) => JsonProperties(type).Select(JsonName);

    private static string JsonName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!;
}
