using System.Text;

namespace NasDaemon.Testing.LanguageModels;

/// <summary>Writes GGUF files of version 3: key-values, then float tensors.</summary>
internal sealed class GgufWriter
{
    private const int Alignment = 32;
    private readonly List<(string Key, Action<BinaryWriter> Value)> _values = [];
    private readonly List<(string Name, long[] Shape, float[] Data)> _tensors = [];

    public GgufWriter Set(string key, uint value) => Add(key, writer => { writer.Write(4); writer.Write(value); });

    public GgufWriter Set(string key, float value) => Add(key, writer => { writer.Write(6); writer.Write(value); });

    public GgufWriter Set(string key, bool value) => Add(key, writer => { writer.Write(7); writer.Write(value); });

    public GgufWriter Set(string key, string value) => Add(key, writer => { writer.Write(8); WriteText(writer, value); });

    public GgufWriter Set(string key, IReadOnlyCollection<string> values) => Add(key, writer =>
    {
        writer.Write(9);
        writer.Write(8);
        writer.Write((ulong)values.Count);
        foreach (var value in values)
        {
            WriteText(writer, value);
        }
    });

    public GgufWriter Set(string key, IReadOnlyCollection<int> values) => Add(key, writer =>
    {
        writer.Write(9);
        writer.Write(5);
        writer.Write((ulong)values.Count);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    });

    /// <summary>Adds a tensor; the first dimension is the contiguous one.</summary>
    public GgufWriter Tensor(string name, long[] shape, float[] data)
    {
        _tensors.Add((name, shape, data));
        return this;
    }

    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("GGUF"u8);
        writer.Write(3);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_values.Count);
        foreach (var (key, value) in _values)
        {
            WriteText(writer, key);
            value(writer);
        }

        var offset = 0L;
        foreach (var (name, shape, data) in _tensors)
        {
            WriteText(writer, name);
            writer.Write(shape.Length);
            foreach (var size in shape)
            {
                writer.Write(size);
            }

            writer.Write(0);
            writer.Write(offset);
            offset += Padded(data.Length * sizeof(float));
        }

        Pad(writer);
        foreach (var (_, _, data) in _tensors)
        {
            foreach (var value in data)
            {
                writer.Write(value);
            }

            Pad(writer);
        }
    }

    private GgufWriter Add(string key, Action<BinaryWriter> value)
    {
        _values.Add((key, value));
        return this;
    }

    private static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private static void Pad(BinaryWriter writer) => writer.Write(new byte[Padded(writer.BaseStream.Position) - writer.BaseStream.Position]);

    private static void WriteText(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }
}
