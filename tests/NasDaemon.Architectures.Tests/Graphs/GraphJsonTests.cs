using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tests.Graphs;

public sealed class GraphJsonTests
{
    [Fact]
    public void Deserialize_WhatSerializeWrote_IsTheSameNetwork()
    {
        var architecture = Sample();
        var json = GraphJson.Serialize(architecture);
        var read = GraphJson.Deserialize(json);
        Assert.Equal(json, GraphJson.Serialize(read));
        Assert.Equal(GraphFingerprint.Compute(architecture), GraphFingerprint.Compute(read));
        Assert.True(architecture.State.SequenceEqual(read.State));
        Assert.Equal(architecture.OutputType, read.OutputType);
    }

    [Fact]
    public void Deserialize_InfinityAndLiteral_SurviveTheRoundTrip()
    {
        var sample = new SampleGraphs();
        var mask = sample.State("mask", new LiteralInitialisation([0.1, -2.5e-7, 3]), false, 3);
        var output = sample.Call(".__add__", sample.Call("torch.clamp", sample.Input(3), new FloatValue(double.NegativeInfinity)), mask);
        var read = GraphJson.Deserialize(GraphJson.Serialize(sample.Build(output)));
        Assert.Equal(double.NegativeInfinity, ((FloatArgument)read.Nodes[0].Arguments[1].Value).Value);
        Assert.Equal(new LiteralInitialisation([0.1, -2.5e-7, 3]), read.State[0].Initialisation);
    }

    [Fact]
    public void Serialize_FixedDimension_IsAPlainNumber() =>
        Assert.Contains("\"Shape\":[[1,0],3,8,8]", GraphJson.Serialize(Sample()), StringComparison.Ordinal);

    [Fact]
    public void Estimate_TwiceTheBatch_GrowsByTheActivationsOnly()
    {
        var architecture = Sample();
        var (one, two, three) = (Bytes(1), Bytes(2), Bytes(3));
        Assert.Equal(two - one, three - two);
        Assert.True(one > architecture.ParameterCount * 16);

        long Bytes(int batch) => TrainingMemory.Estimate(architecture, batch, optimizerSlots: 2);
    }

    private static Architecture Sample()
    {
        var sample = new SampleGraphs();
        var features = sample.Call("torch.relu", sample.BatchNorm("bn", sample.Convolution("conv", sample.Input(3, 8, 8), 4)));
        return sample.Build(sample.Call("torch.flatten", features, new IntegerValue(1)));
    }
}
