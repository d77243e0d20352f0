namespace Aurora.Testing.Storing;

/// <summary>An item in a store, and its progression if it has one.</summary>
internal sealed class StoreEntry(StoredItem item, ItemShape shape)
{
    private readonly HashSet<string> _kept = [];

    public StoredItem Item { get; private set; } = item;

    public VideoProgression? Progression { get; private set; }

    /// <summary>Starts a progression, which controls the status and the progress from now on.</summary>
    public void Begin(VideoProgression progression)
    {
        Progression = progression.IsComplete ? null : progression;
        _kept.ExceptWith(VideoState.Controlled);
    }

    /// <summary>Applies the steps that are due. Returns whether there were any.</summary>
    public bool Advance(Func<JObject, JObject> withMediaUrls)
    {
        if (Progression?.Advance(Item.Copy, _kept) is not { } advanced)
            return false;
        Item = new StoredItem(shape.Fit(Item.Copy(), withMediaUrls(advanced)), shape);
        if (Progression.IsComplete)
            Progression = null;
        return true;
    }

    /// <summary>Updates the item. The changed properties are kept. A changed status stops the progression.</summary>
    /// <param name="update">Changes a copy of the item.</param>
    /// <param name="finish">Changes the copy in ways that progress can change again, or null.</param>
    public void Update(Action<JObject> update, Action<JObject>? finish = null)
    {
        var (before, after) = (Item.Copy(), Item.Copy());
        update(after);
        if (shape.KeyOf(after) != Item.Key)
            throw new ArgumentException($"The ID of the video {Item.Key} cannot change. Remove the video and add another one.", nameof(update));

        var names = before.Properties().Concat(after.Properties()).Select(property => property.Name).Distinct();
        _kept.UnionWith(names.Where(name => !JToken.DeepEquals(before[name], after[name])));
        if (_kept.Contains(VideoState.StatusName))
            Progression = null;
        finish?.Invoke(after);
        Item = new StoredItem(after, shape);
    }
}
