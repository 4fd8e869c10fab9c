using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.Graphs;

/// <summary>How a parameter or buffer gets its first values, in closed form, so that any engine can draw them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConstantInitialisation), "constant")]
[JsonDerivedType(typeof(UniformInitialisation), "uniform")]
[JsonDerivedType(typeof(NormalInitialisation), "normal")]
[JsonDerivedType(typeof(TruncatedNormalInitialisation), "truncated-normal")]
[JsonDerivedType(typeof(OrthogonalInitialisation), "orthogonal")]
[JsonDerivedType(typeof(LiteralInitialisation), "literal")]
[JsonDerivedType(typeof(ComputedInitialisation), "computed")]
public abstract record Initialisation;

/// <summary>Every element the same.</summary>
/// <param name="Value">The value.</param>
public sealed record ConstantInitialisation(double Value) : Initialisation;

/// <summary>Uniform on [Low, High).</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record UniformInitialisation(double Low, double High) : Initialisation;

/// <summary>Normal distribution.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation.</param>
public sealed record NormalInitialisation(double Mean, double StandardDeviation) : Initialisation;

/// <summary>Normal distribution cut off at [Low, High] (values outside are drawn again).</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record TruncatedNormalInitialisation(double Mean, double StandardDeviation, double Low, double High) : Initialisation;

/// <summary>A random matrix with orthogonal rows or columns.</summary>
/// <param name="Gain">The factor applied to it.</param>
public sealed record OrthogonalInitialisation(double Gain) : Initialisation;

/// <summary>Values known from tracing, such as a table of position encodings, in row-major order.</summary>
/// <param name="Values">One value an element.</param>
public sealed record LiteralInitialisation(ImmutableArray<double> Values) : Initialisation
{
    /// <inheritdoc/>
    public bool Equals(LiteralInitialisation? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Length;
}

/// <summary>Values that operators compute once, when the network is made: tables such as positional encodings.</summary>
/// <param name="Source">A TorchScript method <c>forward(self)</c> that returns the tensor.</param>
public sealed record ComputedInitialisation(string Source) : Initialisation;
