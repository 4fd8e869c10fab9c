namespace NasDaemon.Stores.Memory;

/// <summary>Finds the keys of records by something that they have in common. A record that has lost it may still be listed.</summary>
/// <typeparam name="TCommon">What they have in common.</typeparam>
/// <typeparam name="TKey">The key.</typeparam>
internal sealed class Index<TCommon, TKey>
    where TCommon : notnull
{
    private readonly Dictionary<TCommon, HashSet<TKey>> _keys = [];

    /// <summary>The keys of the records that have it, or had it.</summary>
    public IEnumerable<TKey> this[TCommon common] => _keys.TryGetValue(common, out var keys) ? keys : [];

    /// <summary>Lists a record.</summary>
    public void Add(TCommon common, TKey key)
    {
        if (!_keys.TryGetValue(common, out var keys))
        {
            _keys[common] = keys = [];
        }

        keys.Add(key);
    }
}
