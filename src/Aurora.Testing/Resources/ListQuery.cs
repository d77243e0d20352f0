using Aurora.Testing.Checking;
using Aurora.Testing.Storing;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Resources;

/// <summary>The filters of a list request: a list of UUIDs, and parameters with the name of a property.</summary>
internal sealed class ListQuery
{
    private readonly List<Func<StoredItem, bool>> _filters = [];

    public ListQuery(Call call, JObject parameters, ItemShape shape)
    {
        foreach (var parameter in call.Operation.Query)
        {
            if (parameters[parameter.Name] is not { } value)
                continue;
            if (value is JArray keys && QueryCheck.IsListOfUuids(parameter))
            {
                var selected = keys.Values<string>().ToHashSet();
                _filters.Add(item => selected.Contains(item.Key));
            }
            else if (value is JValue && shape.Schema.Property(parameter.Name) is not null)
            {
                _filters.Add(item => item.HasValue(parameter.Name, value));
            }
        }
    }

    public bool HasFilters => _filters.Count > 0;

    public IEnumerable<StoredItem> Select(ItemSnapshot all) => all.Items.Where(item => _filters.TrueForAll(filter => filter(item)));
}
