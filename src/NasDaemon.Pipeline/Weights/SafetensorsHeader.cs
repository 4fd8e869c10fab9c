using System.Collections.Immutable;
using System.Text.Json;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Pipeline.Weights;

/// <summary>The header of a safetensors file, read as hostile input: every figure is checked before it is used.</summary>
/// <param name="Entries">The tensors in the order of the header.</param>
/// <param name="Metadata">Text about them.</param>
internal sealed record SafetensorsHeader(ImmutableArray<SafetensorsEntry> Entries, ImmutableSortedDictionary<string, string> Metadata)
{
    private const string MetadataKey = "__metadata__";
    private const int MaximumDimensions = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads a header.</summary>
    /// <param name="json">The header's bytes.</param>
    /// <param name="dataLength">How many bytes of data follow it.</param>
    /// <exception cref="InvalidDataException">Something is wrong; the message says what.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return FromObject(document.RootElement, dataLength);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A name with half a surrogate pair parses, and cannot be read as text.
            throw new InvalidDataException("the header is not the JSON of this format: " + exception.Message, exception);
        }
    }

    private static SafetensorsHeader FromObject(JsonElement root, long dataLength)
    {
        Require(root.ValueKind == JsonValueKind.Object, "the header is not a JSON object");
        var entries = ImmutableArray.CreateBuilder<SafetensorsEntry>();
        var metadata = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (property.NameEquals(MetadataKey))
            {
                ReadMetadata(property.Value, metadata);
            }
            else
            {
                entries.Add(ReadEntry(property.Name, property.Value));
            }
        }

        RequireGaplessCover(entries, dataLength);
        return new SafetensorsHeader(entries.DrainToImmutable(), metadata.ToImmutable());
    }

    private static void ReadMetadata(JsonElement value, ImmutableSortedDictionary<string, string>.Builder metadata)
    {
        Require(value.ValueKind == JsonValueKind.Object, $"{MetadataKey} is not a JSON object");
        foreach (var item in value.EnumerateObject())
        {
            Require(item.Value.ValueKind == JsonValueKind.String, $"'{item.Name}' in {MetadataKey} is not a text");
            metadata.Add(item.Name, item.Value.GetString()!);
        }
    }

    private static SafetensorsEntry ReadEntry(string name, JsonElement value)
    {
        Require(value.ValueKind == JsonValueKind.Object, $"the entry of '{name}' is not a JSON object");
        var shape = ReadIntegers(name, value, "shape");
        Require(shape.Length <= MaximumDimensions, $"'{name}' has more than {MaximumDimensions} dimensions");
        var offsets = ReadIntegers(name, value, "data_offsets");
        Require(offsets.Length == 2 && offsets[0] <= offsets[1], $"'data_offsets' of '{name}' is not a pair of begin and end");
        var element = ReadElement(name, value);
        Require(
            TryByteLength(shape, element, out var length) && length == offsets[1] - offsets[0],
            $"the shape of '{name}' does not fit the {offsets[1] - offsets[0]} bytes of its data");
        return new SafetensorsEntry(name, shape, element, offsets[0], offsets[1]);
    }

    private static ElementType ReadElement(string name, JsonElement value)
    {
        Require(
            value.TryGetProperty("dtype", out var dtype) && dtype.ValueKind == JsonValueKind.String,
            $"'{name}' has no 'dtype'");
        var element = SafetensorsElement.Parse(dtype.GetString());
        Require(element is not null, $"'{name}' has the element type '{dtype.GetString()}'; F32, F64, I64, U8 and BOOL are read");
        return element!.Value;
    }

    private static ImmutableArray<long> ReadIntegers(string name, JsonElement value, string key)
    {
        Require(value.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array, $"'{name}' has no list '{key}'");
        var integers = ImmutableArray.CreateBuilder<long>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            long integer = -1;
            Require(
                item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out integer) && integer >= 0,
                $"'{key}' of '{name}' holds something other than whole numbers from 0");
            integers.Add(integer);
        }

        return integers.MoveToImmutable();
    }

    private static bool TryByteLength(ImmutableArray<long> shape, ElementType element, out long length)
    {
        Int128 product = SafetensorsElement.SizeOf(element);
        foreach (var size in shape)
        {
            product *= size;
            if (product > long.MaxValue)
            {
                length = 0;
                return false;
            }
        }

        length = (long)product;
        return true;
    }

    private static void RequireGaplessCover(IEnumerable<SafetensorsEntry> entries, long dataLength)
    {
        var position = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            Require(entry.Begin >= position, $"the data of '{entry.Name}' overlaps that of another tensor");
            Require(entry.Begin == position, $"bytes {position} to {entry.Begin} of the data belong to no tensor");
            Require(entry.End <= dataLength, $"the data of '{entry.Name}' ends behind the end of the file");
            position = entry.End;
        }

        Require(position == dataLength, $"{dataLength - position} bytes at the end of the file belong to no tensor");
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidDataException(problem);
        }
    }
}
