using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>One of the two documents.</summary>
internal sealed class Side(SpecDocument document)
{
    public SpecDocument Document => document;

    public SpecNode Root => document.Root;

    public Schema? SchemaOf(SpecNode? site) => Schema.Of(document, site);

    public SpecNode? Resolve(SpecNode? node) => document.Resolve(node);
}
