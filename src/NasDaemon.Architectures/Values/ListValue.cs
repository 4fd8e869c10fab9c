namespace NasDaemon.Architectures.Values;

/// <summary>A Python list.</summary>
/// <param name="items">The items in order; the list takes them over.</param>
internal class ListValue(List<Value> items) : Value
{
    /// <summary>The items in order.</summary>
    public List<Value> Items { get; } = items;

    /// <inheritdoc/>
    public override string TypeName => "list";

    /// <inheritdoc/>
    public override int Extent => Items.Count;
}
