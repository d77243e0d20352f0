using Aurora.Client;

namespace Aurora.Testing.Listing;

/// <summary>Parses the query parameter <c>ids</c>, a comma-separated list of UUIDs.</summary>
internal sealed class IdsFilter
{
    private readonly HashSet<Guid> _ids = [];
    private readonly List<string> _errors = [];

    public IdsFilter(string ids)
    {
        var entries = ids.Split(',');
        if (ids.Length == 0)
        {
            _errors.Add("This field may not be blank.");
        }
        else if (entries.Length > AuroraApi.MaxIds)
        {
            _errors.Add($"Ensure this field has no more than {AuroraApi.MaxIds} entries; it has {entries.Length}.");
        }
        else
        {
            foreach (var entry in entries)
            {
                Parse(entry);
            }
        }
    }

    /// <summary>Gets the errors in the list.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public IReadOnlySet<Guid> Ids => _ids;

    private void Parse(string entry)
    {
        if (UuidText.TryParse(entry, out var id))
        {
            _ids.Add(id);
        }
        else
        {
            _errors.Add(entry.Length == 0 ? "Entries may not be empty." : $"\"{entry}\" is not a valid UUID.");
        }
    }
}
