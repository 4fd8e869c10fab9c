using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Spaces.Blocks;

namespace NasDaemon.Search.Spaces.Tests.Blocks;

public sealed class BlockSpaceTests
{
    [Fact]
    public async Task Build_EveryPairOfBlocks_RunsInPyTorch()
    {
        var sampler = SpaceCatalogue.Sampler("block", SpaceCatalogue.Digits);
        var random = new Random(31);
        var networks = from first in BlockCatalogue.Names
                       from second in BlockCatalogue.Names
                       select sampler.Replay(new AnswerList([Only("blocks", "2"), Only("block 1", first), Only("block 2", second)]), random);

        var verdicts = await PythonNetworks.JudgeAsync(networks.Select(network => WrittenNetwork.Of(network, SpaceCatalogue.Digits)));

        Assert.Equal(15 * 15, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Null(verdict.Error));
    }

    private static Answer Only(string name, string text) => new(name, 0, [text]);
}
