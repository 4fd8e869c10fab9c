using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.Graphs;

/// <summary>One argument of an operator in a graph: a constant, or a reference to something computed or stored.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NoneArgument), "none")]
[JsonDerivedType(typeof(BoolArgument), "bool")]
[JsonDerivedType(typeof(IntArgument), "int")]
[JsonDerivedType(typeof(FloatArgument), "float")]
[JsonDerivedType(typeof(TextArgument), "text")]
[JsonDerivedType(typeof(ListArgument), "list")]
[JsonDerivedType(typeof(ValueArgument), "value")]
[JsonDerivedType(typeof(StateArgument), "state")]
[JsonDerivedType(typeof(InputArgument), "input")]
[JsonDerivedType(typeof(TrainingArgument), "training")]
public abstract record GraphArgument;

/// <summary>Python's <c>None</c>.</summary>
public sealed record NoneArgument : GraphArgument;

/// <summary>A truth value.</summary>
/// <param name="Value">The value.</param>
public sealed record BoolArgument(bool Value) : GraphArgument;

/// <summary>An integer, which may depend on the batch size.</summary>
/// <param name="Value">The value.</param>
public sealed record IntArgument(Dimension Value) : GraphArgument;

/// <summary>A floating-point number.</summary>
/// <param name="Value">The value; infinities and NaN are allowed.</param>
public sealed record FloatArgument(
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Value) : GraphArgument;

/// <summary>A string constant, such as a padding mode.</summary>
/// <param name="Value">The value.</param>
public sealed record TextArgument(string Value) : GraphArgument;

/// <summary>A list of arguments: sizes, or tensors to concatenate.</summary>
/// <param name="Items">The items in order.</param>
public sealed record ListArgument(ImmutableArray<GraphArgument> Items) : GraphArgument
{
    /// <inheritdoc/>
    public bool Equals(ListArgument? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
}

/// <summary>An output of an earlier node.</summary>
/// <param name="Node">The index of the node in <see cref="Architecture.Nodes"/>.</param>
/// <param name="Output">Which of its outputs, from 0.</param>
public sealed record ValueArgument(int Node, int Output = 0) : GraphArgument;

/// <summary>A parameter or buffer.</summary>
/// <param name="Name">Its <c>state_dict</c> name.</param>
public sealed record StateArgument(string Name) : GraphArgument;

/// <summary>An input of the network.</summary>
/// <param name="Index">Its index in <see cref="Architecture.Inputs"/>.</param>
public sealed record InputArgument(int Index) : GraphArgument;

/// <summary>True while the network trains, false while it is evaluated: what a module's <c>training</c> attribute says.</summary>
public sealed record TrainingArgument : GraphArgument;
