namespace Aurora.Spec.Documents;

/// <summary>What a node of a document is, by JSON's kinds.</summary>
internal enum SpecNodeKind
{
    Mapping,
    Sequence,
    Text,
    Number,
    Boolean,
    Null,
}
