namespace NasDaemon.Architectures.Values;

/// <summary>A tuple whose items have names too, such as what <c>torch.max(x, dim)</c> returns.</summary>
/// <param name="typeName">The name of its type.</param>
/// <param name="names">The names of the items.</param>
/// <param name="items">The items in order.</param>
internal sealed class NamedTupleValue(string typeName, IReadOnlyList<string> names, IReadOnlyList<Value> items) : TupleValue(items)
{
    /// <summary>The names of the items.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <inheritdoc/>
    public override string TypeName { get; } = typeName;
}
