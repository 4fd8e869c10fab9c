namespace NasDaemon.Stores.Memory;

/// <summary>Records by key, each with its place in the order in which keys first came.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TRecord">The record.</typeparam>
internal sealed class Rows<TKey, TRecord>
    where TKey : notnull
    where TRecord : class
{
    private readonly Dictionary<TKey, Row> _rows = [];

    /// <summary>Every record, in the order in which keys first came.</summary>
    public IEnumerable<TRecord> InOrder => _rows.Values.OrderBy(row => row.Place).Select(row => row.Record);

    /// <summary>Writes a record, in the place of an earlier one with its key.</summary>
    public void Put(TKey key, TRecord record) =>
        _rows[key] = new Row(_rows.TryGetValue(key, out var known) ? known.Place : _rows.Count, record);

    /// <summary>Finds a record.</summary>
    public TRecord? Find(TKey key) => _rows.TryGetValue(key, out var row) ? row.Record : null;

    /// <summary>Finds records, in the order in which their keys first came.</summary>
    public IEnumerable<TRecord> Find(IEnumerable<TKey> keys) => keys.Select(key => _rows[key]).OrderBy(row => row.Place).Select(row => row.Record);

    private readonly record struct Row(int Place, TRecord Record);
}
