using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Building;

/// <summary>Constants of a graph.</summary>
internal static class Constants
{
    /// <summary>Integers in a row.</summary>
    public static OnnxValue Integers(this GraphWriter graph, params ReadOnlySpan<long> values) =>
        graph.Constant(new OnnxTensor(string.Empty, [values.Length], ElementType.Int64, MemoryMarshal.AsBytes(values).ToArray()));

    /// <summary>One integer without dimensions.</summary>
    public static OnnxValue Integer(this GraphWriter graph, long value) => graph.Number(value, ElementType.Int64);

    /// <summary>Integers of any shape.</summary>
    public static OnnxValue Integers(this GraphWriter graph, ImmutableArray<long> shape, IEnumerable<long> values) =>
        graph.Constant(new OnnxTensor(string.Empty, shape, ElementType.Int64, MemoryMarshal.AsBytes(values.ToArray().AsSpan()).ToArray()));

    /// <summary>A number without dimensions.</summary>
    public static OnnxValue Number(this GraphWriter graph, double value, ElementType element) => graph.Numbers([], [value], element);

    /// <summary>Numbers of any shape.</summary>
    public static OnnxValue Numbers(this GraphWriter graph, ImmutableArray<long> shape, IEnumerable<double> values, ElementType element) =>
        graph.Constant(new OnnxTensor(string.Empty, shape, element, Bytes(values, element)));

    /// <summary>Numbers as bytes.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="element">The type that they get.</param>
    /// <returns>The bytes, little-endian.</returns>
    public static byte[] Bytes(IEnumerable<double> values, ElementType element) => element switch
    {
        ElementType.Float32 => Cast(values, value => (float)value),
        ElementType.Float64 => Cast(values, value => value),
        ElementType.Float16 => Cast(values, value => (Half)value),
        ElementType.BFloat16 => Cast(values, value => (ushort)(BitConverter.SingleToUInt32Bits((float)value) >> 16)),
        ElementType.Int64 => Cast(values, value => (long)value),
        ElementType.Int32 => Cast(values, value => (int)value),
        ElementType.Int16 => Cast(values, value => (short)value),
        ElementType.Int8 => Cast(values, value => (sbyte)value),
        ElementType.UInt8 => Cast(values, value => (byte)value),
        ElementType.Bool => Cast(values, value => (byte)(value == 0 ? 0 : 1)),
        _ => throw new ArgumentException($"There are no constants of {element}.", nameof(element)),
    };

    private static byte[] Cast<T>(IEnumerable<double> values, Func<double, T> convert)
        where T : unmanaged => MemoryMarshal.AsBytes(values.Select(convert).ToArray().AsSpan()).ToArray();
}
