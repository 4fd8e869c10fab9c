using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A Python set. Its order is that of insertion, where Python's is open.</summary>
internal class SetValue : Value
{
    /// <summary>The items.</summary>
    public OrderedDictionary<Value, Value> Items { get; } = new(KeyComparer.Instance);

    /// <summary>Whether it is a <c>frozenset</c>.</summary>
    public bool IsFrozen { get; init; }

    /// <inheritdoc/>
    public override string TypeName => IsFrozen ? "frozenset" : "set";

    /// <inheritdoc/>
    public override int Extent => Items.Count;

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    public void Add(Value item) => Items.TryAdd(item, item);
}
