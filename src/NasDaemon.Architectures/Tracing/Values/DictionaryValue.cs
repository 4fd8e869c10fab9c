using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A Python dictionary: keeps the order of insertion.</summary>
internal class DictionaryValue : Value
{
    /// <summary>The entries in order.</summary>
    public OrderedDictionary<Value, Value> Entries { get; } = new(KeyComparer.Instance);

    /// <summary>Whether it is a <c>collections.OrderedDict</c>.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Makes the value of a missing key (<c>collections.defaultdict</c>); null otherwise.</summary>
    public Value? DefaultFactory { get; init; }

    /// <inheritdoc/>
    public override string TypeName => IsOrdered ? "collections.OrderedDict" : DefaultFactory is null ? "dict" : "collections.defaultdict";

    /// <inheritdoc/>
    public override int Extent => Entries.Count;

    /// <summary>Sets the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public virtual void Put(Value key, Value value) => Entries[key] = value;

    /// <summary>Removes a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its value; null where it was not there.</returns>
    public virtual Value? Take(Value key) => Entries.Remove(key, out var value) ? value : null;

    /// <summary>Finds a value by a text key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value; null where there is none.</returns>
    public Value? Find(string key) => Entries.TryGetValue(new TextValue(key), out var value) ? value : null;
}
