namespace Aurora.Testing.Resources;

/// <summary>Implements the operations of a view set of Django REST framework on a store.</summary>
internal sealed class Resource(ItemStore store, VideoFactory factory, string? lookup)
{
    public ItemStore Store => store;

    public FakeResponse List(Call call)
    {
        var response = call.Operation.Response!;
        var parameters = response.Type == "array" ? call.Parameters() : call.Parameters(Page.Parameters);
        var filters = Filters(call, parameters);
        var ordering = (string?)parameters[Ordering.Parameter];
        if (response.Type == "array" && response.Items == store.Shape.Schema && filters.Count == 0)
            return FakeResponse.Ok(store.List().Body(ordering));

        var page = response.Type == "array" ? null : Page.Of(call, response);
        var total = 0;
        var items = store.List(all =>
        {
            StoredItem[] selected = [.. all.Sort(all.Items.Where(item => filters.TrueForAll(matches => matches(item))), ordering)];
            total = selected.Length;
            return page is null ? selected : page.Slice(selected);
        });
        if (page is not null)
            return Respond(call, page.Body(total, items.Select(item => Project(item, page.ItemSchema)), factory.NextSamples()));
        return response.Items == store.Shape.Schema
            ? FakeResponse.Ok(ItemSnapshot.JsonArray(items))
            : Respond(call, new JArray(items.Select(item => Project(item, response.Items))));
    }

    public FakeResponse Create(Call call)
    {
        call.Parameters();
        var values = call.Body();
        try
        {
            return Respond(call, factory.Add(store, values));
        }
        catch (ArgumentException) when (values[store.Shape.Identity ?? ""] is not null)
        {
            throw RejectedException.Of(new JObject { [store.Shape.Identity!] = new JArray("This field must be unique.") });
        }
    }

    public FakeResponse Retrieve(Call call)
    {
        var item = store.Find(Key(call), isRequest: true) ?? throw RejectedException.NotFound();
        call.Parameters();
        return Respond(call, item);
    }

    public FakeResponse Update(Call call)
    {
        var key = Key(call);
        _ = store.Find(key) ?? throw RejectedException.NotFound();
        call.Parameters();
        var values = call.Body(isPartial: call.Operation.Method == "PATCH");
        var changed = store.Change(key, entry => entry.Update(item => Set(item, values), item => store.Shape.Touch(item, factory.Now)));
        return Respond(call, changed ?? throw RejectedException.NotFound());
    }

    public FakeResponse Destroy(Call call)
    {
        call.Parameters();
        return store.Remove(Key(call)) ? Respond(call, new JObject()) : throw RejectedException.NotFound();
    }

    public StoredItem Find(Call call) => store.Find(Key(call)) ?? throw RejectedException.NotFound();

    public FakeResponse Respond(Call call, StoredItem item) =>
        call.Operation.Response is { } schema && schema != store.Shape.Schema || !call.Operation.IsJson
            ? Respond(call, Project(item, call.Operation.Response ?? Schema.Any))
            : new FakeResponse((HttpStatusCode)call.Operation.Status, item.Bytes);

    private static FakeResponse Respond(Call call, JToken body) => call.Operation.IsJson
        ? FakeResponse.Json((HttpStatusCode)call.Operation.Status, body)
        : new FakeResponse((HttpStatusCode)call.Operation.Status, []);

    private JObject Project(StoredItem item, Schema target) => store.Shape.Project(item.Copy(), target, factory.NextSamples());

    private string Key(Call call) => store.Shape.KeyOf(call.PathValues[lookup ?? ""]) ?? throw RejectedException.NotFound();

    // A list request filters by a list of UUIDs, and by parameters with the name of a property.
    private List<Func<StoredItem, bool>> Filters(Call call, JObject parameters)
    {
        List<Func<StoredItem, bool>> filters = [];
        foreach (var parameter in call.Operation.Query)
        {
            var value = parameters[parameter.Name];
            if (value is JArray keys && QueryCheck.IsListOfUuids(parameter))
            {
                var selected = keys.Values<string>().ToHashSet();
                filters.Add(item => selected.Contains(item.Key));
            }
            else if (value is JValue && store.Shape.Schema.Property(parameter.Name) is not null)
            {
                filters.Add(item => item.HasValue(parameter.Name, value));
            }
        }

        return filters;
    }

    private void Set(JObject item, JObject values)
    {
        foreach (var (name, value) in values)
        {
            if (name != store.Shape.Identity && store.Shape.Schema.Property(name) is { IsWriteOnly: false })
                item[name] = value;
        }
    }
}
