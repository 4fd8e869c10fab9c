using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tests.Emit;

namespace NasDaemon.Architectures.Tests.Networks;

/// <summary>Networks in the many styles that people and language models write, each source beside this file.</summary>
public sealed class NetworkStylesTests
{
    [Fact]
    public async Task Lower_EveryStyle_ComputesAndTrainsAsPyTorchDoes()
    {
        var networks = NetworkCase.In("Networks", new NetworkShape([3, 32, 32], 10));

        Assert.True(networks.Count >= 27);
        var differences = await NetworkJudge.CompareAsync(networks);
        Assert.True(differences.Length == 0, differences);
    }
}
