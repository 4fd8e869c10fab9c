using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Exports.Onnx.Model;

/// <summary>A tensor that stands in the file.</summary>
/// <param name="Name">Its name; empty inside an attribute.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Data">The elements in row-major order, little-endian.</param>
internal sealed record OnnxTensor(string Name, ImmutableArray<long> Shape, ElementType Element, ReadOnlyMemory<byte> Data);
