using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Architectures.Tests.Emit;

public sealed class NetworksAgainstPyTorchTests
{
    [Fact]
    public async Task Lower_TracedNetworks_ComputeAndTrainAsPyTorchDoes()
    {
        var networks = NetworkCase.In("Emit/Networks", new NetworkShape([3, 32, 32], 10));

        Assert.True(networks.Count >= 12);
        var differences = await NetworkJudge.CompareAsync(networks);
        Assert.True(differences.Length == 0, differences);
    }
}
