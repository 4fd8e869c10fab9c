namespace NasDaemon.Architectures.Values;

/// <summary>A Python tuple.</summary>
/// <param name="items">The items in order.</param>
internal class TupleValue(IReadOnlyList<Value> items) : Value
{
    /// <summary>The items in order.</summary>
    public IReadOnlyList<Value> Items { get; } = items;

    /// <inheritdoc/>
    public override string TypeName => "tuple";

    /// <inheritdoc/>
    public override int Extent => Items.Count;
}
