namespace NasDaemon.Architectures.Tests.Safety;

/// <summary>One test a shape of harm: endless, exponential, deep, huge, or reaching for the machine.</summary>
public sealed class HostileSourceTests
{
    public static TheoryData<HostileSource> Hostile => HostileSource.Read("hostile.sources");

    public static TheoryData<HostileSource> Odd => HostileSource.Read("odd.sources");

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Trace_HostileSource_IsRefusedInTheseWords(HostileSource source)
    {
        var result = await GuardedTrace.RunAsync(source.Text);

        Assert.False(result.IsAccepted, "The source was accepted.");
        Assert.Equal(source.Class, result.Failure.Class);
        Assert.StartsWith(source.Message, result.Failure.Message, StringComparison.Ordinal);
    }

    /// <summary>What the tracer makes of these is tested elsewhere; here, that it stays within its limits and does not fail itself.</summary>
    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Trace_OddSource_StaysWithinItsLimits(HostileSource source)
    {
        var result = await GuardedTrace.RunAsync(source.Text);

        Assert.True(result.IsAccepted || Enum.IsDefined(result.Failure.Class));
    }
}
