using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Values;

/// <summary>A parameter or buffer. The tracer names it after <c>__init__</c>; <c>nn.init.*</c> changes its initialisation.</summary>
internal sealed class StateTensor : TensorValue
{
    private string? _name;

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
        : base(new TensorType([.. shape.Select(Dimension.FromInt64)], element), new NoneArgument())
    {
        Sizes = shape;
        Initialisation = initialisation;
        IsParameter = isParameter;
        IsTrainable = isTrainable;
    }

    /// <summary>The sizes.</summary>
    public ImmutableArray<long> Sizes { get; }

    /// <summary>How it gets its first values.</summary>
    public Initialisation Initialisation { get; set; }

    /// <summary>True for a parameter, false for a buffer.</summary>
    public bool IsParameter { get; }

    /// <summary>Whether gradients flow into it (<c>requires_grad</c>).</summary>
    public bool IsTrainable { get; set; }

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
    public override GraphArgument Source => Reference ?? base.Source;

    /// <inheritdoc/>
    public override string TypeName => IsParameter ? "Parameter" : "Tensor";

    private StateArgument? Reference { get; set; }
}
