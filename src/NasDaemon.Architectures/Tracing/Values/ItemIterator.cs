using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An iterator over items that are known. A list may grow meanwhile: what is added is handed out too.</summary>
/// <param name="typeName">The name of its Python type.</param>
/// <param name="items">The items.</param>
internal sealed class ItemIterator(string typeName, IReadOnlyList<Value> items) : IteratorValue(typeName)
{
    private int _position;

    /// <summary>How many items are left.</summary>
    public int Remaining => Math.Max(0, items.Count - _position);

    /// <inheritdoc/>
    public override Value? Next(Interpreter interpreter) => _position < items.Count ? items[_position++] : null;
}
