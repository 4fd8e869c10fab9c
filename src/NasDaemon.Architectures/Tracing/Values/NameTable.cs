using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>Values by name, in the order in which the names came. Most objects have few of them, and there are many objects.</summary>
internal sealed class NameTable : IEnumerable<KeyValuePair<string, Value>>
{
    // Up to here looking at one name after the other is as fast as hashing, and takes a third of the memory.
    private const int MostInARow = 16;

    private KeyValuePair<string, Value>[] _row = [];
    private OrderedDictionary<string, Value>? _hashed;
    private int _count;

    /// <summary>How many names there are.</summary>
    public int Count => _hashed?.Count ?? _count;

    /// <summary>The names in order.</summary>
    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    /// <summary>The values in order.</summary>
    public IEnumerable<Value> Values => this.Select(entry => entry.Value);

    /// <summary>The value of a name that is there; a new name is set behind all others.</summary>
    /// <param name="name">The name.</param>
    public Value this[string name]
    {
        get => TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"There is no '{name}'.");
        set
        {
            var index = _hashed is null ? IndexOf(name) : -1;
            if (index >= 0)
            {
                _row[index] = new KeyValuePair<string, Value>(name, value);
            }
            else if (_hashed is not null)
            {
                _hashed[name] = value;
            }
            else
            {
                Insert(_count, name, value);
            }
        }
    }

    /// <summary>Makes room.</summary>
    /// <param name="count">For so many names.</param>
    public void EnsureCapacity(int count)
    {
        if (_hashed is null && count > _row.Length && count <= MostInARow)
        {
            Array.Resize(ref _row, count);
        }
    }

    /// <summary>Looks up a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False where there is no such name.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out Value? value)
    {
        if (_hashed is not null)
        {
            return _hashed.TryGetValue(name, out value);
        }

        var index = IndexOf(name);
        value = index >= 0 ? _row[index].Value : null;
        return index >= 0;
    }

    /// <summary>Looks up a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Its value; null where there is no such name.</returns>
    public Value? GetValueOrDefault(string name) => TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether there is a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True where there is.</returns>
    public bool ContainsKey(string name) => _hashed?.ContainsKey(name) ?? IndexOf(name) >= 0;

    /// <summary>A name and its value by their place.</summary>
    /// <param name="index">The place.</param>
    /// <returns>The name and its value.</returns>
    public KeyValuePair<string, Value> GetAt(int index) => _hashed is null ? _row.AsSpan(0, _count)[index] : _hashed.GetAt(index);

    /// <summary>Puts a new name in a place.</summary>
    /// <param name="index">The place.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    public void Insert(int index, string name, Value value)
    {
        if (_hashed is null && _count == MostInARow)
        {
            _hashed = new OrderedDictionary<string, Value>(this, StringComparer.Ordinal);
            _row = [];
        }

        if (_hashed is not null)
        {
            _hashed.Insert(index, name, value);
            return;
        }

        if (_count == _row.Length)
        {
            Array.Resize(ref _row, _count == 0 ? 2 : Math.Min(2 * _count, MostInARow));
        }

        _row.AsSpan(index, _count - index).CopyTo(_row.AsSpan(index + 1));
        _row[index] = new KeyValuePair<string, Value>(name, value);
        _count++;
    }

    /// <summary>Takes a name out.</summary>
    /// <param name="name">The name.</param>
    /// <returns>False where there is no such name.</returns>
    public bool Remove(string name) => Remove(name, out _);

    /// <summary>Takes a name out.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value that it had.</param>
    /// <returns>False where there is no such name.</returns>
    public bool Remove(string name, [NotNullWhen(true)] out Value? value)
    {
        if (_hashed is not null)
        {
            return _hashed.Remove(name, out value);
        }

        var index = IndexOf(name);
        if (index < 0)
        {
            value = null;
            return false;
        }

        value = _row[index].Value;
        _row.AsSpan(index + 1, _count - index - 1).CopyTo(_row.AsSpan(index));
        _row[--_count] = default;
        return true;
    }

    /// <summary>Takes all names out.</summary>
    public void Clear() => (_hashed, _row, _count) = (null, [], 0);

    /// <summary>Goes through all names; those that are set meanwhile included.</summary>
    /// <returns>Names and values in order.</returns>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, Value>> IEnumerable<KeyValuePair<string, Value>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        for (var index = 0; index < _count; index++)
        {
            if (_row[index].Key == name)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>A place in the table.</summary>
    /// <param name="table">The table.</param>
    public struct Enumerator(NameTable table) : IEnumerator<KeyValuePair<string, Value>>
    {
        private int _index = -1;

        /// <inheritdoc/>
        public readonly KeyValuePair<string, Value> Current => table.GetAt(_index);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < table.Count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
