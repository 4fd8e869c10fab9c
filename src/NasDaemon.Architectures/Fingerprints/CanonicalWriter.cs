using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>Writes the parts of a graph as bytes, each so that no two different parts look alike.</summary>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Writes a tag.</summary>
    /// <param name="tag">The tag.</param>
    public void Tag(CanonicalTag tag)
    {
        _bytes.GetSpan(1)[0] = (byte)tag;
        _bytes.Advance(1);
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The integer.</param>
    public void Integer(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    /// <summary>Writes a floating-point number.</summary>
    /// <param name="value">The number; every NaN is the same.</param>
    public void Float(double value) => Integer(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));

    /// <summary>Writes a string behind its length.</summary>
    /// <param name="value">The string.</param>
    public void Text(string value)
    {
        Integer(value.Length);
        var written = Encoding.UTF8.GetBytes(value, _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length)));
        _bytes.Advance(written);
    }

    /// <summary>Writes shape and element type.</summary>
    /// <param name="type">The type.</param>
    public void Type(TensorType type)
    {
        Integer(type.Shape.Length);
        foreach (var dimension in type.Shape)
        {
            Integer(dimension.BatchMultiple);
            Integer(dimension.Constant);
        }

        Integer((int)type.Element);
    }

    /// <summary>Writes what a parameter or buffer is, but not its name.</summary>
    /// <param name="entry">The entry.</param>
    public void State(StateEntry entry)
    {
        Integer(entry.Shape.Length);
        foreach (var size in entry.Shape)
        {
            Integer(size);
        }

        Integer((int)entry.Element);
        Integer((entry.IsParameter ? 1 : 0) + (entry.IsTrainable ? 2 : 0));
        InitialisationWriter.Write(this, entry.Initialisation);
    }

    /// <summary>Writes an argument that refers to nothing.</summary>
    /// <param name="argument">The argument.</param>
    public void Constant(GraphArgument argument)
    {
        switch (argument)
        {
            case BoolArgument truth:
                Tag(CanonicalTag.Bool);
                Integer(truth.Value ? 1 : 0);
                break;
            case IntArgument integer:
                Tag(CanonicalTag.Integer);
                Integer(integer.Value.BatchMultiple);
                Integer(integer.Value.Constant);
                break;
            case FloatArgument number:
                Tag(CanonicalTag.Float);
                Float(number.Value);
                break;
            case TextArgument text:
                Tag(CanonicalTag.Text);
                Text(text.Value);
                break;
            case InputArgument input:
                Tag(CanonicalTag.Input);
                Integer(input.Index);
                break;
            case TrainingArgument:
                Tag(CanonicalTag.Training);
                break;
            default:
                Tag(CanonicalTag.None);
                break;
        }
    }
}
