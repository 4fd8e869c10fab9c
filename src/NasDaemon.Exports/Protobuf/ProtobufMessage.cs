using Google.Protobuf;

namespace NasDaemon.Exports.Protobuf;

/// <summary>One message of the protocol buffers wire format, written field by field.</summary>
internal sealed class ProtobufMessage : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly CodedOutputStream _writer;

    /// <summary>Begins an empty message.</summary>
    public ProtobufMessage() => _writer = new CodedOutputStream(_bytes, leaveOpen: true);

    /// <summary>Writes an integer.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The value.</param>
    public ProtobufMessage Integer(int field, long value)
    {
        _writer.WriteTag(field, WireFormat.WireType.Varint);
        _writer.WriteInt64(value);
        return this;
    }

    /// <summary>Writes integers, one field each.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="values">The values.</param>
    public ProtobufMessage Integers(int field, IEnumerable<long> values)
    {
        foreach (var value in values)
        {
            Integer(field, value);
        }

        return this;
    }

    /// <summary>Writes a number of 32 bits.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The value.</param>
    public ProtobufMessage Float(int field, float value)
    {
        _writer.WriteTag(field, WireFormat.WireType.Fixed32);
        _writer.WriteFloat(value);
        return this;
    }

    /// <summary>Writes a number of 64 bits.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The value.</param>
    public ProtobufMessage Double(int field, double value)
    {
        _writer.WriteTag(field, WireFormat.WireType.Fixed64);
        _writer.WriteDouble(value);
        return this;
    }

    /// <summary>Writes a text.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The text.</param>
    public ProtobufMessage Text(int field, string value)
    {
        _writer.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _writer.WriteString(value);
        return this;
    }

    /// <summary>Writes texts, one field each.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="values">The texts.</param>
    public ProtobufMessage Texts(int field, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Text(field, value);
        }

        return this;
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The bytes.</param>
    public ProtobufMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        _writer.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _writer.WriteLength(value.Length);
        _writer.Flush();
        _bytes.Write(value);
        return this;
    }

    /// <summary>Writes a message inside this one, and ends that message.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="message">The message.</param>
    public ProtobufMessage Message(int field, ProtobufMessage message)
    {
        using (message)
        {
            message._writer.Flush();
            return Bytes(field, message._bytes.GetBuffer().AsSpan(0, (int)message._bytes.Length));
        }
    }

    /// <summary>Writes messages inside this one.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="messages">The messages.</param>
    public ProtobufMessage Messages(int field, IEnumerable<ProtobufMessage> messages)
    {
        foreach (var message in messages)
        {
            Message(field, message);
        }

        return this;
    }

    /// <summary>What was written.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToArray()
    {
        _writer.Flush();
        return _bytes.ToArray();
    }

    /// <summary>Writes the message to a stream.</summary>
    /// <param name="stream">The stream.</param>
    public void CopyTo(Stream stream)
    {
        _writer.Flush();
        stream.Write(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _bytes.Dispose();
    }
}
