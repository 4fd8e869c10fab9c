using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Weights;

/// <summary>
/// Weights in the safetensors format: eight bytes with the header's length, the header as JSON, the elements of all tensors.
/// Nothing in such a file can run code, which is why results are handed out in it.
/// </summary>
public static class SafetensorsFile
{
    private const int LengthBytes = sizeof(ulong);
    private const int Alignment = 8;

    // The limit of the reference reader.
    private const long MaximumHeader = 100_000_000;

    /// <summary>What PyTorch's own loaders look for in a file of weights.</summary>
    public static ImmutableSortedDictionary<string, string> PyTorchMetadata { get; } =
        ImmutableSortedDictionary<string, string>.Empty.Add("format", "pt");

    /// <summary>Writes tensors whole by rename.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="tensors">The tensors; no name occurs twice.</param>
    /// <param name="metadata">Text about them; null for none.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or a tensor's data does not fit its shape.</exception>
    public static void Write(string path, IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        foreach (var tensor in tensors)
        {
            RequireFit(tensor);
        }

        // Wide elements first, as the reference writer does: every tensor is then aligned for readers that map the file.
        var inFile = tensors.OrderByDescending(tensor => SafetensorsElement.SizeOf(tensor.Element)).ToArray();
        var header = Header(tensors, Begins(inFile), metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[LengthBytes];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var tensor in inFile)
            {
                stream.Write(tensor.Data.Span);
            }
        });
    }

    /// <summary>Reads a file that anybody may have written.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its tensors, or the first problem.</returns>
    public static SafetensorsResult Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return new SafetensorsResult(Read(stream), null);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new SafetensorsResult(null, $"{path} cannot be read as safetensors: {exception.Message.TrimEnd('.')}.");
        }
    }

    private static SafetensorsContent Read(FileStream stream)
    {
        var json = ReadHeader(stream);
        var dataBegin = LengthBytes + json.Length;
        var header = SafetensorsHeader.Parse(json, stream.Length - dataBegin);
        var tensors = ImmutableArray.CreateBuilder<NamedTensor>(header.Entries.Length);
        foreach (var entry in header.Entries)
        {
            if (entry.End - entry.Begin > Array.MaxLength)
            {
                throw new InvalidDataException($"'{entry.Name}' is larger than {Array.MaxLength} bytes");
            }

            var data = new byte[entry.End - entry.Begin];
            stream.Position = dataBegin + entry.Begin;
            stream.ReadExactly(data);
            tensors.Add(new NamedTensor(entry.Name, entry.Shape, entry.Element, data));
        }

        return new SafetensorsContent(tensors.MoveToImmutable(), header.Metadata);
    }

    private static byte[] ReadHeader(FileStream stream)
    {
        if (stream.Length < LengthBytes)
        {
            throw new InvalidDataException("it is shorter than the eight bytes of the header's length");
        }

        Span<byte> lengthBytes = stackalloc byte[LengthBytes];
        stream.ReadExactly(lengthBytes);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (length > MaximumHeader || (long)length > stream.Length - LengthBytes)
        {
            throw new InvalidDataException($"its first eight bytes announce a header of {length} bytes, which the file does not hold");
        }

        var json = new byte[length];
        stream.ReadExactly(json);
        return json;
    }

    private static Dictionary<string, long> Begins(NamedTensor[] inFile)
    {
        var begins = new Dictionary<string, long>(inFile.Length, StringComparer.Ordinal);
        var position = 0L;
        foreach (var tensor in inFile)
        {
            begins.Add(tensor.Name, position);
            position += tensor.Data.Length;
        }

        return begins;
    }

    private static byte[] Header(
        IReadOnlyList<NamedTensor> tensors,
        Dictionary<string, long> begins,
        IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WritePropertyName("__metadata__");
                JsonSerializer.Serialize(json, metadata);
            }

            foreach (var tensor in tensors)
            {
                WriteEntry(json, tensor, begins[tensor.Name]);
            }

            json.WriteEndObject();
        }

        // The format allows spaces at the header's end; they bring the data to a multiple of eight.
        while (buffer.Length % Alignment != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, NamedTensor tensor, long begin)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", SafetensorsElement.NameOf(tensor.Element));
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + tensor.Data.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void RequireFit(NamedTensor tensor)
    {
        var length = tensor.Shape.Aggregate((long)SafetensorsElement.SizeOf(tensor.Element), (product, size) => product * size);
        if (length != tensor.Data.Length)
        {
            throw new ArgumentException(
                $"'{tensor.Name}' has {tensor.Data.Length} bytes of data; its shape needs {length}.", nameof(tensor));
        }
    }
}
