using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>Writes the parts of a graph as bytes, each so that no two different parts look alike.</summary>
internal sealed class CanonicalWriter : IDisposable
{
    private const int UsualSize = 16384;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _count = 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _count) = ([], 0);
    }

    /// <summary>Writes a tag.</summary>
    /// <param name="tag">The tag.</param>
    public void Tag(CanonicalTag tag)
    {
        Reserve(1)[0] = (byte)tag;
        _count++;
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The integer.</param>
    public void Integer(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value);
        _count += sizeof(long);
    }

    /// <summary>Writes a floating-point number.</summary>
    /// <param name="value">The number; every NaN is the same.</param>
    public void Float(double value) => Integer(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));

    /// <summary>Writes a string behind its length.</summary>
    /// <param name="value">The string.</param>
    public void Text(string value)
    {
        Integer(value.Length);
        _count += Encoding.UTF8.GetBytes(value, Reserve(Encoding.UTF8.GetMaxByteCount(value.Length)));
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

    private Span<byte> Reserve(int size)
    {
        if (size > _bytes.Length - _count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _count + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_count);
    }
}
