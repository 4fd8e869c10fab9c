using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Search.Bayesian.Archives;

namespace NasDaemon.Search.Bayesian.Tests.Archives;

public sealed class ArchiveReaderTests
{
    private const int TaskEpochs = 1;
    private const int OtherEpochs = 12;
    private static readonly NetworkShape Small = new([1, 28, 28], 10);
    private static readonly NetworkShape Large = new([3, 32, 32], 10);

    [Fact]
    public void Read_DataSetsOfOneNameThatDifferInInput_AreGroupsOfTheirOwn()
    {
        var known = Read(new EarlierTrials().Add(Networks(6), Small, TaskEpochs).Add(Networks(7), Large, TaskEpochs));

        Assert.Equal([6, 7], known.Networks.GroupBy(network => network.Group).Select(group => group.Count()).Order());
    }

    [Fact]
    public void Read_TrialsOfOtherEpochs_AreOfAnotherRecipe()
    {
        var known = Read(new EarlierTrials().Add(Networks(6), Small, TaskEpochs).Add(Networks(7), Small, OtherEpochs));

        Assert.Equal(6, known.Networks.Count(network => network.Group.Recipe == 0));
        Assert.Equal(7, known.Networks.Count(network => network.Group.Recipe == OtherEpochs));
    }

    [Fact]
    public void Read_WorseHalfOfAGroup_CountsAsItsMedian()
    {
        var known = Read(new EarlierTrials().Add(Networks(9), Small, TaskEpochs));

        Assert.Equal(5, known.Networks.Select(network => network.Target).Distinct().Count());
        Assert.Equal(5, known.Networks.Count(network => network.Target == known.Networks.Min(other => other.Target)));
    }

    [Fact]
    public void Read_GroupOfFour_SaysNothing() =>
        Assert.Same(ArchiveKnowledge.None, Read(new EarlierTrials().Add(Networks(4), Small, TaskEpochs)));

    private static ArchiveKnowledge Read(IArchive archive) => new ArchiveReader(Searches.Context(Searches.Small, 1) with { Archive = archive }).Read();

    private static List<Candidate> Networks(int count)
    {
        var random = new RandomStreams(3).Open("networks");
        return [.. Enumerable.Range(0, count)
            .Select(_ => Searches.Small.Sample(random))
            .Select(network => new Candidate(network.Source, new SpaceOrigin("random", [], network.Answers)))];
    }
}
