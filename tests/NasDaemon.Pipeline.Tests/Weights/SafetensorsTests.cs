using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Weights;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Weights;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly NamedTensor[] Tensors =
    [
        new("features.0.weight", [2, 3], ElementType.Float32, MemoryMarshal.AsBytes<float>([1, 2, 3, 4, 5, 6.5f]).ToArray()),
        new("bn.num_batches_tracked", [], ElementType.Int64, MemoryMarshal.AsBytes<long>([7]).ToArray()),
        new("mask", [3], ElementType.Bool, new byte[] { 1, 0, 1 }),
        new("table", [2], ElementType.Float64, MemoryMarshal.AsBytes<double>([0.25, 0.5]).ToArray()),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_WrittenFile_GivesTheSameTensors()
    {
        var path = _folder.Combine("weights.safetensors");

        SafetensorsWriter.Write(path, Tensors);
        var result = SafetensorsReader.Read(path);

        Assert.Null(result.Problem);
        Assert.Equal(Tensors.Select(Describe), result.Tensors.Select(Describe));
    }

    [Fact]
    public async Task Write_Tensors_AnIndependentReaderLoadsThemIntoTorch()
    {
        var path = _folder.Combine("weights.safetensors");
        SafetensorsWriter.Write(path, Tensors);

        var printed = await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "Weights", "read_safetensors.py"), path);

        Assert.Equal(
            [
                "features.0.weight [2, 3] torch.float32 21.5",
                "bn.num_batches_tracked [] torch.int64 7.0",
                "mask [3] torch.bool 2.0",
                "table [2] torch.float64 0.75",
            ],
            printed.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":1,"shape":{},"data_offsets":[0,4]}}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"a":""")]
    public void Read_HeaderThatDoesNotFit_SaysSo(string header)
    {
        var path = _folder.Combine("hostile.safetensors");
        File.WriteAllBytes(path, [.. Length((ulong)header.Length), .. Encoding.UTF8.GetBytes(header), 0, 0, 0, 0]);

        var result = SafetensorsReader.Read(path);

        Assert.Contains("hostile.safetensors", result.Problem, StringComparison.Ordinal);
        Assert.Empty(result.Tensors);
    }

    [Fact]
    public void Read_HeaderLengthBeyondTheFile_SaysSo()
    {
        var path = _folder.Combine("hostile.safetensors");
        File.WriteAllBytes(path, Length(ulong.MaxValue));

        Assert.Contains("claims 18446744073709551615 bytes", SafetensorsReader.Read(path).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_SaysSo() => Assert.NotNull(SafetensorsReader.Read(_folder.Combine("none")).Problem);

    private static byte[] Length(ulong length)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }

    private static string Describe(NamedTensor tensor) =>
        $"{tensor.Name} {string.Join('x', tensor.Shape)} {tensor.Element} {Convert.ToHexString(tensor.Data.Span)}";
}
