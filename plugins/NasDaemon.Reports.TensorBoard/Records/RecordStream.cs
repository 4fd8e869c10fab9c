using System.Buffers.Binary;

namespace NasDaemon.Reports.TensorBoard.Records;

/// <summary>
/// The record format of TensorFlow: for each record its length (8 bytes), the length's checksum (4), the record, the record's checksum (4);
/// everything little-endian.
/// </summary>
internal static class RecordStream
{
    /// <summary>Writes records one after the other.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="records">The records.</param>
    public static void Write(Stream stream, IEnumerable<byte[]> records)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        Span<byte> tail = stackalloc byte[sizeof(uint)];
        foreach (var record in records)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)record.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(ulong)..], MaskedChecksum.Of(head[..sizeof(ulong)]));
            BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedChecksum.Of(record));
            stream.Write(head);
            stream.Write(record);
            stream.Write(tail);
        }
    }
}
