using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Abstractions.Training;

/// <summary>A tensor by name, its elements in row-major order and little-endian.</summary>
/// <param name="Name">Its <c>state_dict</c> name, or the name of an input.</param>
/// <param name="Shape">The sizes; empty for a scalar.</param>
/// <param name="Element">The type of the elements.</param>
/// <param name="Data">The elements.</param>
public sealed record NamedTensor(string Name, ImmutableArray<long> Shape, ElementType Element, ReadOnlyMemory<byte> Data);
