using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>One of the two documents, with what is asked of it.</summary>
internal sealed class Side(SpecDocument document)
{
    public SpecDocument Document => document;

    public SpecNode Root => document.Root;

    public CSharpTypes Types { get; } = new(document);

    public Schema? SchemaOf(SpecNode? site) => Schema.Of(document, site);

    public SpecNode? Resolve(SpecNode? node) => document.Resolve(node);
}
