namespace Aurora.Spec.Documents;

/// <summary>The kinds of nodes, which are those of JSON.</summary>
internal enum SpecNodeKind
{
    Mapping,
    Sequence,
    Text,
    Number,
    Boolean,
    Null,
}
