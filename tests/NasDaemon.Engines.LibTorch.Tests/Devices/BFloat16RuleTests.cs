using NasDaemon.Abstractions.Tasks;
using NasDaemon.Engines.LibTorch.Devices;

namespace NasDaemon.Engines.LibTorch.Tests.Devices;

public sealed class BFloat16RuleTests
{
    private static readonly ComputeDevice Processor = new("cpu", "cpu (AVX2)", HasOneDnn: true, 0);

    [Theory]
    [InlineData("flags : fpu amx_tile amx_bf16 avx512_bf16", true, "AMX")]
    [InlineData("flags : fpu avx512f avx512_bf16", true, "AVX-512")]
    [InlineData("flags : fpu avx2 avx512f", false, "neither")]
    [InlineData("", false, "neither")]
    public void Decide_OnAProcessor_FollowsItsFlags(string flags, bool isUsed, string reason)
    {
        var rule = BFloat16Rule.Decide(Processor, ProcessorFeatures.Parse(["processor : 0", flags]), forced: false);

        Assert.Equal(isUsed, rule.IsUsed);
        Assert.Contains(reason, rule.Sentence, StringComparison.Ordinal);
        Assert.Equal(isUsed ? Precision.BFloat16 : Precision.Float32, rule.Apply(Precision.BFloat16));
        Assert.Equal(Precision.Float32, rule.Apply(Precision.Float32));
    }

    [Fact]
    public void Decide_WithoutOneDnn_UsesFloat32()
    {
        var rule = BFloat16Rule.Decide(Processor with { HasOneDnn = false }, new ProcessorFeatures(true, true), forced: false);

        Assert.False(rule.IsUsed);
    }

    [Theory]
    [InlineData(75, false)]
    [InlineData(80, true)]
    [InlineData(90, true)]
    public void Decide_OnCuda_NeedsComputeCapabilityEight(int capability, bool isUsed)
    {
        var device = new ComputeDevice("cuda", "cuda", HasOneDnn: true, capability);

        Assert.Equal(isUsed, BFloat16Rule.Decide(device, new ProcessorFeatures(false, false), forced: false).IsUsed);
    }

    [Fact]
    public void Decide_Forced_UsesBFloat16Anywhere() =>
        Assert.True(BFloat16Rule.Decide(Processor, new ProcessorFeatures(false, false), forced: true).IsUsed);
}
