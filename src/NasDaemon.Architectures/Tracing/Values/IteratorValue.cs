using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An iterator or generator. Its items are known from the start: generators run to their end when they are made.</summary>
/// <param name="typeName">The name of its Python type.</param>
/// <param name="items">The items.</param>
internal sealed class IteratorValue(string typeName, IReadOnlyList<Value> items) : Value
{
    private int _position;

    /// <inheritdoc/>
    public override string TypeName => typeName;

    /// <summary>Takes the next item.</summary>
    /// <returns>The item; null at the end.</returns>
    public Value? Next() => _position < items.Count ? items[_position++] : null;

    /// <summary>Takes all items that are left.</summary>
    /// <returns>The items.</returns>
    public IReadOnlyList<Value> TakeRest()
    {
        if (_position == 0)
        {
            _position = items.Count;
            return items;
        }

        var rest = new List<Value>(items.Count - _position);
        while (Next() is { } item)
        {
            rest.Add(item);
        }

        return rest;
    }
}
