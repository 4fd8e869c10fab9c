using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Views;

namespace NasDaemon.Architectures.Values;

/// <summary>A tensor. Its identity is the Python object: an in-place operator changes <see cref="Source"/>, and every alias sees it.</summary>
internal class TensorValue : Value
{
    private TensorStorage? _storage;
    private int _version;

    /// <summary>Makes a tensor.</summary>
    /// <param name="type">Shape and element type.</param>
    /// <param name="source">Where the graph has it.</param>
    public TensorValue(TensorType type, GraphArgument source)
    {
        Type = type;
        Source = source;
    }

    /// <summary>
    /// True after memory that it shares was written through another name: its value has then to be taken anew.
    /// </summary>
    public bool IsStale => _storage is not null && _storage.Version != _version;

    /// <summary>Shape and element type.</summary>
    public TensorType Type { get; private set; }

    /// <summary>Where the graph has it.</summary>
    public virtual GraphArgument Source { get; private set; }

    /// <summary>How its values came to be, in closed form, where that is known: what <c>nn.Parameter</c> and <c>register_buffer</c> start from.</summary>
    public Initialisation? Contents { get; private set; }

    /// <summary>Memory layout at the traced batch size, one stride a dimension; default where it is contiguous.</summary>
    public ImmutableArray<long> Strides { get; private set; }

    /// <summary>The dimensions, outermost first.</summary>
    public ImmutableArray<Dimension> Shape => Type.Shape;

    /// <inheritdoc/>
    public override string TypeName => "Tensor";

    /// <inheritdoc/>
    public override int Extent => Shape.Length;

    /// <summary>States how the values came to be.</summary>
    /// <param name="contents">The closed form; null where it is not known.</param>
    /// <returns>This tensor.</returns>
    public TensorValue WithContents(Initialisation? contents)
    {
        Contents = contents;
        return this;
    }

    /// <summary>States the memory layout.</summary>
    /// <param name="strides">One stride a dimension; default for contiguous.</param>
    /// <returns>This tensor.</returns>
    public TensorValue WithStrides(ImmutableArray<long> strides)
    {
        Strides = strides;
        return this;
    }

    /// <summary>The tensor that this one shows; null where it has memory of its own.</summary>
    public TensorValue? Origin { get; private set; }

    /// <summary>How this one shows its origin; null where it has none.</summary>
    public ViewStep? View { get; private set; }

    /// <summary>States that the memory is that of another tensor.</summary>
    /// <param name="origin">The tensor that this is a view of.</param>
    /// <param name="view">How it shows that tensor.</param>
    /// <returns>This tensor.</returns>
    public TensorValue AsViewOf(TensorValue origin, ViewStep view)
    {
        origin._storage ??= new TensorStorage();
        (_storage, _version, Origin, View) = (origin._storage, origin._version, origin, view);
        return this;
    }

    /// <summary>Takes over the value that memory has after a change through another name.</summary>
    /// <param name="value">A tensor that holds the value.</param>
    public void Renew(TensorValue value)
    {
        Source = value.Source;
        Contents = value.Contents;
        _version = _storage?.Version ?? 0;
    }

    /// <summary>Takes over another tensor's value, as an in-place operator does.</summary>
    /// <param name="result">The tensor that holds the result.</param>
    public void Assign(TensorValue result)
    {
        Type = result.Type;
        Source = result.Source;
        Contents = result.Contents;
        Strides = result.Strides;
        _version = _storage?.Write() ?? 0;
    }
}
