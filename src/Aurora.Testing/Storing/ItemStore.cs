namespace Aurora.Testing.Storing;

/// <summary>The items of one resource, in the order in which they were added. Thread-safe.</summary>
internal sealed class ItemStore(ItemShape shape, Func<JObject, JObject> withMediaUrls)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<StoreEntry> _entries = [];
    private readonly Dictionary<string, LinkedListNode<StoreEntry>> _byKey = [];
    private readonly HashSet<StoreEntry> _progressing = [];
    private ItemSnapshot? _snapshot;

    public ItemShape Shape => shape;

    public int Count
    {
        get
        {
            lock (_lock)
                return _byKey.Count;
        }
    }

    public ItemSnapshot Snapshot
    {
        get
        {
            lock (_lock)
            {
                foreach (var entry in _progressing)
                    Advance(entry);
                return _snapshot ??= new ItemSnapshot([.. _entries.Select(entry => entry.Item)], shape.Ordering);
            }
        }
    }

    /// <exception cref="ArgumentException">The store already contains an item with the same identity.</exception>
    public void Add(StoredItem item, VideoProgression? progression, string parameter)
    {
        lock (_lock)
        {
            if (_byKey.ContainsKey(item.Key))
            {
                throw new ArgumentException(
                    $"The account already contains a video with the ID {item.Key}. Use a different ID for each video.", parameter);
            }

            var entry = new StoreEntry(item, shape);
            _byKey.Add(item.Key, _entries.AddLast(entry));
            if (progression is not null)
                entry.Begin(progression);
            Changed(entry);
        }
    }

    /// <summary>Returns an item after the steps that are due, or null if the key is unknown.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isRequest">Whether the call counts as a request for items that progress by requests.</param>
    public StoredItem? Find(string key, bool isRequest = false)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
                return null;
            Advance(node.Value);
            var item = node.Value.Item;
            if (isRequest)
                node.Value.Progression?.CountRequest();
            return item;
        }
    }

    /// <summary>Changes an entry. Returns the changed item, or null if the key is unknown.</summary>
    public StoredItem? Change(string key, Action<StoreEntry> change)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
                return null;
            Advance(node.Value);
            change(node.Value);
            Advance(node.Value);
            Changed(node.Value);
            return node.Value.Item;
        }
    }

    public bool Remove(string key)
    {
        lock (_lock)
        {
            if (!_byKey.Remove(key, out var node))
                return false;
            _entries.Remove(node);
            _progressing.Remove(node.Value);
            _snapshot = null;
            return true;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _byKey.Clear();
            _progressing.Clear();
            _snapshot = null;
        }
    }

    /// <summary>Returns all items for one response, and counts the request for items that progress by requests.</summary>
    public ItemSnapshot List()
    {
        lock (_lock)
        {
            var all = Snapshot;
            foreach (var entry in _progressing)
                entry.Progression!.CountRequest();
            return all;
        }
    }

    /// <summary>Returns some items for one response, and counts the request for those that progress by requests.</summary>
    public IReadOnlyList<StoredItem> List(Func<ItemSnapshot, IReadOnlyList<StoredItem>> select)
    {
        lock (_lock)
        {
            var selected = select(Snapshot);
            foreach (var item in selected)
                _byKey[item.Key].Value.Progression?.CountRequest();
            return selected;
        }
    }

    private void Advance(StoreEntry entry)
    {
        if (entry.Advance(withMediaUrls))
            Changed(entry);
    }

    private void Changed(StoreEntry entry)
    {
        _snapshot = null;
        if (entry.Progression is null)
            _progressing.Remove(entry);
        else
            _progressing.Add(entry);
    }
}
