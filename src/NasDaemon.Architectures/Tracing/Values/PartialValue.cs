using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A <c>functools.partial</c>.</summary>
/// <param name="function">What is called.</param>
/// <param name="arguments">The arguments that are given already.</param>
internal sealed class PartialValue(Value function, CallArguments arguments) : Value
{
    /// <summary>What is called.</summary>
    public Value Function { get; } = function;

    /// <summary>The arguments that are given already.</summary>
    public CallArguments Arguments { get; } = arguments;

    /// <summary>Attributes that the source set on it.</summary>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => "functools.partial";
}
