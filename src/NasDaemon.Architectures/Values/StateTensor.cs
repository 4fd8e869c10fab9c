using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Values;

/// <summary>A parameter or buffer. The tracer names it after <c>__init__</c>; <c>nn.init.*</c> changes its initialisation.</summary>
internal sealed class StateTensor : TensorValue
{
    private string? _name;
    private Initialisation _initialisation;

    /// <summary>Makes a parameter or buffer.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="element">The element type.</param>
    /// <param name="initialisation">How it gets its first values.</param>
    /// <param name="isParameter">True for a parameter, false for a buffer.</param>
    /// <param name="isTrainable">Whether gradients flow into it.</param>
    public StateTensor(
        ImmutableArray<long> shape,
        ElementType element,
        Initialisation initialisation,
        bool isParameter,
        bool isTrainable)
        : base(new TensorType(Dimensions(shape), element), ArgumentConverter.None)
    {
        Sizes = shape;
        _initialisation = initialisation;
        IsParameter = isParameter;
        IsTrainable = isTrainable;
    }

    /// <summary>The sizes.</summary>
    public ImmutableArray<long> Sizes { get; }

    /// <summary>How it gets its first values.</summary>
    public Initialisation Initialisation
    {
        get => _initialisation;
        set => (_initialisation, FirstValue, Drawn) = (value, null, null);
    }

    /// <summary>The node that computes its first value; null where <see cref="Initialisation"/> says it in closed form.</summary>
    public GraphArgument? FirstValue { get; set; }

    /// <summary>The node that draws a value by <see cref="Initialisation"/>, for operators of <c>__init__</c> that read it; null where none does.</summary>
    public GraphArgument? Drawn { get; set; }

    /// <summary>True for a parameter, false for a buffer.</summary>
    public bool IsParameter { get; }

    /// <summary>Whether gradients flow into it (<c>requires_grad</c>).</summary>
    public bool IsTrainable { get; set; }

    /// <summary>Whether a buffer made by <c>nn.Buffer</c>, which registers itself when it is assigned, is in the <c>state_dict</c>; null for all others.</summary>
    public bool? DeclaredPersistent { get; set; }

    /// <summary>Its <c>state_dict</c> name; null until the tracer has set it.</summary>
    public string? Name
    {
        get => _name;
        set
        {
            _name = value;
            Reference = value is null ? null : new StateArgument(value);
        }
    }

    /// <inheritdoc/>
    public override GraphArgument Source => Reference ?? FirstValue ?? Drawn ?? base.Source;

    /// <inheritdoc/>
    public override string TypeName => IsParameter ? "Parameter" : "Tensor";

    private StateArgument? Reference { get; set; }

    private static ImmutableArray<Dimension> Dimensions(ImmutableArray<long> sizes)
    {
        var dimensions = new Dimension[sizes.Length];
        for (var index = 0; index < dimensions.Length; index++)
        {
            dimensions[index] = sizes[index];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(dimensions);
    }
}
