using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>Makes the parameters and buffers of modules.</summary>
internal static class StateFactory
{
    /// <summary>A trainable parameter.</summary>
    /// <param name="initialisation">How it gets its first values.</param>
    /// <param name="shape">The sizes.</param>
    /// <returns>The parameter.</returns>
    public static StateTensor Parameter(Initialisation initialisation, params ImmutableArray<long> shape) =>
        new(shape, ElementType.Float32, initialisation, isParameter: true, isTrainable: true);

    /// <summary>A buffer.</summary>
    /// <param name="value">The value of every element.</param>
    /// <param name="element">The element type.</param>
    /// <param name="shape">The sizes; none for a scalar.</param>
    /// <returns>The buffer.</returns>
    public static StateTensor Buffer(double value, ElementType element, params ImmutableArray<long> shape) =>
        new(shape, element, new ConstantInitialisation(value), isParameter: false, isTrainable: false);

    /// <summary>PyTorch's default for kernels and biases: uniform within one over the square root of the fan-in.</summary>
    /// <param name="fanIn">Inputs of one output.</param>
    /// <returns>The initialisation.</returns>
    public static Initialisation FanIn(long fanIn)
    {
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        return new UniformInitialisation(-bound, bound);
    }
}
