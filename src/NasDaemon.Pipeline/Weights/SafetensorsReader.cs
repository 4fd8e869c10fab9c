using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Weights;

/// <summary>Reads tensors in the safetensors format. The file is hostile until checked: nothing in its header is believed.</summary>
public static class SafetensorsReader
{
    private const int LengthBytes = sizeof(ulong);
    private const int MaximumHeaderBytes = 16 << 20;
    private const string MetadataEntry = "__metadata__";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; at most 2 GiB.</param>
    /// <returns>The tensors in the order of the header, or what is wrong with the file.</returns>
    public static SafetensorsResult Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Wrong(path, exception.Message);
        }

        if (bytes.Length < LengthBytes)
        {
            return Wrong(path, "it is shorter than the length of its header");
        }

        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (headerLength > MaximumHeaderBytes || headerLength > (ulong)(bytes.Length - LengthBytes))
        {
            return Wrong(path, $"its header claims {headerLength} bytes");
        }

        var data = bytes.AsMemory(LengthBytes + (int)headerLength);
        try
        {
            using var header = JsonDocument.Parse(bytes.AsMemory(LengthBytes, (int)headerLength));
            return ReadEntries(path, header.RootElement, data);
        }
        catch (JsonException exception)
        {
            return Wrong(path, $"its header is not JSON ({exception.Message})");
        }
    }

    private static SafetensorsResult ReadEntries(string path, JsonElement header, ReadOnlyMemory<byte> data)
    {
        if (header.ValueKind != JsonValueKind.Object)
        {
            return Wrong(path, "its header is not an object");
        }

        var tensors = ImmutableArray.CreateBuilder<NamedTensor>();
        foreach (var entry in header.EnumerateObject().Where(entry => entry.Name != MetadataEntry))
        {
            if (ReadEntry(entry, data) is not { } tensor)
            {
                return Wrong(path, $"the entry '{entry.Name}' does not fit the file");
            }

            tensors.Add(tensor);
        }

        return new SafetensorsResult(tensors.ToImmutable(), null);
    }

    private static NamedTensor? ReadEntry(JsonProperty entry, ReadOnlyMemory<byte> data)
    {
        if (entry.Value.ValueKind != JsonValueKind.Object
            || !entry.Value.TryGetProperty("dtype", out var type)
            || type.ValueKind != JsonValueKind.String
            || SafetensorsElements.Find(type.GetString()!) is not { } element
            || Integers(entry.Value, "shape") is not { } shape
            || Integers(entry.Value, "data_offsets") is not { Length: 2 } offsets)
        {
            return null;
        }

        var bytes = shape.Aggregate((UInt128)SafetensorsElements.SizeOf(element), (product, size) => product > (ulong)int.MaxValue ? product : product * (ulong)size);
        return offsets[1] <= data.Length && offsets[0] <= offsets[1] && bytes == (ulong)(offsets[1] - offsets[0])
            ? new NamedTensor(entry.Name, shape, element, data[(int)offsets[0]..(int)offsets[1]])
            : null;
    }

    private static ImmutableArray<long>? Integers(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var array) || array.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<long>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out var value) || value < 0)
            {
                return null;
            }

            values.Add(value);
        }

        return values.ToImmutable();
    }

    private static SafetensorsResult Wrong(string path, string what) =>
        new([], $"{path}: cannot be read as safetensors: {what}. Write the file again.");
}

/// <summary>The tensors of a file, or what is wrong with it.</summary>
/// <param name="Tensors">The tensors; empty where something is wrong.</param>
/// <param name="Problem">What is wrong and what to do; null where nothing is.</param>
public sealed record SafetensorsResult(ImmutableArray<NamedTensor> Tensors, string? Problem);
