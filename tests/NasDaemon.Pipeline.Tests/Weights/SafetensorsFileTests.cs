using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Weights;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Weights;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.Combine("weights.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_StateOfANetwork_LoadsIntoTorchByAnIndependentReader()
    {
        SafetensorsFile.Write(File, EveryElementType(), SafetensorsFile.PyTorchMetadata);

        var script = Path.Combine(AppContext.BaseDirectory, "Weights", "read_safetensors.py");
        var seen = JsonNode.Parse(await PythonTorch.RunAsync(script, File))!;

        Assert.Equal("""{"format":"pt"}""", seen["metadata"]!.ToJsonString());
        Assert.Equal(EveryElementType().Select(tensor => tensor.Name), seen["names"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("[true,false,true]", seen["mask"]!.ToJsonString());
        Assert.Equal("[[7,255]]", seen["bytes"]!.ToJsonString());
        Assert.Equal("0.1", seen["double"]!.ToJsonString());
        Assert.Equal(41, seen["tracked"]!.GetValue<int>());

        // Linear gives (1+4+9, 4+10+18) + (0.5, −0.5); batch norm with mean 0, variance 1 − 1e-5, weight 1, bias 0 changes nothing.
        Assert.Equal(14.5, seen["output"]![0]![0]!.GetValue<double>(), 3);
        Assert.Equal(31.5, seen["output"]![0]![1]!.GetValue<double>(), 3);
    }

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameTensorsInTheSameOrder()
    {
        SafetensorsFile.Write(File, EveryElementType(), new Dictionary<string, string> { ["task"] = "é \"quoted\"" });

        var content = SafetensorsFile.Read(File).Content!;

        Assert.Equal("é \"quoted\"", content.Metadata["task"]);
        Assert.Equal(EveryElementType().Select(Describe), content.Tensors.Select(Describe));
    }

    [Fact]
    public void Write_NameTwice_ThrowsAndLeavesNothing()
    {
        var twice = new NamedTensor("a", [1], ElementType.UInt8, new byte[1]);

        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(File, [twice, twice]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_DataThatDoesNotFitItsShape_Throws() =>
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(File, [new NamedTensor("a", [2], ElementType.Float32, new byte[7])]));

    [Theory]
    [InlineData("[]", 0, "not a JSON object")]
    [InlineData("{", 0, "not the JSON of this format")]
    [InlineData("""{"a":3}""", 0, "entry of 'a' is not a JSON object")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "not the JSON")]
    [InlineData("""{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", 2, "element type 'F16'")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,2]}}""", 2, "no 'dtype'")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}""", 1, "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1.5],"data_offsets":[0,1]}}""", 1, "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":["1"],"data_offsets":[0,1]}}""", 1, "whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,0]}}""", 1, "pair of begin and end")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}}""", 1, "pair of begin and end")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,1]}}""", 1, "does not fit the 1 bytes")]
    [InlineData("""{"a":{"dtype":"F64","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,8]}}""", 8, "does not fit")]
    [InlineData("""{"a":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}}""", 1, "behind the end")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "belong to no tensor")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 2, "belong to no tensor")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "overlaps")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "is not a text")]
    [InlineData("""{"__metadata__":{"a":"\ud800"}}""", 0, "not the JSON of this format")]
    [InlineData("""{"\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "not the JSON of this format")]
    public void Read_HostileHeader_NamesTheProblemAndTheFile(string header, int dataBytes, string expected)
    {
        var json = Encoding.UTF8.GetBytes(header);
        WriteRaw((ulong)json.Length, [.. json, .. new byte[dataBytes]]);

        var result = SafetensorsFile.Read(File);

        Assert.Null(result.Content);
        Assert.Contains(expected, result.Problem, StringComparison.Ordinal);
        Assert.Contains(File, result.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3UL)]
    [InlineData(99_000_000UL)]
    [InlineData(ulong.MaxValue)]
    public void Read_HeaderLengthBeyondTheFile_IsAProblem(ulong length)
    {
        WriteRaw(length, "{}"u8.ToArray());

        Assert.Contains("announce a header", SafetensorsFile.Read(File).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingOrShortFile_IsAProblem()
    {
        Assert.NotNull(SafetensorsFile.Read(File).Problem);
        System.IO.File.WriteAllBytes(File, new byte[5]);
        Assert.Contains("shorter than the eight bytes", SafetensorsFile.Read(File).Problem, StringComparison.Ordinal);
    }

    private static NamedTensor[] EveryElementType() =>
    [
        new("mask", [3], ElementType.Bool, new byte[] { 1, 0, 1 }),
        new("0.weight", [2, 3], ElementType.Float32, Bytes(1f, 2, 3, 4, 5, 6)),
        new("0.bias", [2], ElementType.Float32, Bytes(0.5f, -0.5f)),
        new("1.weight", [2], ElementType.Float32, Bytes(1f, 1)),
        new("1.bias", [2], ElementType.Float32, Bytes(0f, 0)),
        new("1.running_mean", [2], ElementType.Float32, Bytes(0f, 0)),
        new("1.running_var", [2], ElementType.Float32, Bytes(0.99999f, 0.99999f)),
        new("1.num_batches_tracked", [], ElementType.Int64, Bytes(41L)),
        new("bytes", [1, 2], ElementType.UInt8, new byte[] { 7, 255 }),
        new("double", [], ElementType.Float64, Bytes(0.1)),
        new("empty", [0, 4], ElementType.Float32, ReadOnlyMemory<byte>.Empty),
    ];

    private static byte[] Bytes<T>(params T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    private static string Describe(NamedTensor tensor) =>
        $"{tensor.Name} {string.Join('x', tensor.Shape)} {tensor.Element} {Convert.ToHexString(tensor.Data.Span)}";

    private void WriteRaw(ulong length, byte[] rest)
    {
        var bytes = new byte[8 + rest.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        rest.CopyTo(bytes, 8);
        System.IO.File.WriteAllBytes(File, bytes);
    }
}
