using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Tests.Trials;

public sealed class DataSplitterTests
{
    private static readonly Dataset Data = new(
        new DatasetInfo("letters", ["a", "b", "c"], [1, 2, 2], 1000, 100, CanFetch: false),
        Split(1000),
        Split(100));

    [Fact]
    public void Split_ForSearch_HoldsOutExactlyTheRoundedShareStratified()
    {
        var data = Search(Selection(validation: 0.0833));

        Assert.Equal((917, 83, 0), (data.Train.Count, data.Validation.Count, data.Test.Count));
        Assert.Empty(data.Train.Intersect(data.Validation));
        Assert.Equal([41, 25, 17], CountByClass(data.Validation));
    }

    [Fact]
    public void Split_ForFinal_TrainsOnBothPartsAndTests()
    {
        var search = Search(Selection());
        var final = new DataSplitter(new RandomStreams(5)).Split(Data, Selection(), 1, TrialKind.Final);

        Assert.Equal(search.Train.Concat(search.Validation).Order(), final.Train);
        Assert.Empty(final.Validation);
        Assert.Equal(Enumerable.Range(0, 100), final.Test);
    }

    [Fact]
    public void Split_SameSeed_IsTheSame_OtherSeed_IsNot()
    {
        Assert.Equal(Search(Selection()).Validation, Search(Selection()).Validation);
        Assert.NotEqual(Search(Selection()).Validation, Search(Selection(), seed: 6).Validation);
    }

    [Fact]
    public void Split_SmallerDataShare_IsContainedInTheLargerWithTheSameValidation()
    {
        var (small, large) = (Search(Selection(), share: 0.25), Search(Selection()));

        Assert.Equal(225, small.Train.Count);
        Assert.Empty(small.Train.Except(large.Train));
        Assert.Equal(large.Validation, small.Validation);
    }

    [Fact]
    public void Split_Subset_UsesOnlySoMany()
    {
        var data = Search(Selection(subset: 0.1));

        Assert.Equal((90, 10), (data.Train.Count, data.Validation.Count));
    }

    [Fact]
    public void Split_SomeClasses_NumbersThemInTheTasksOrderAndLeavesOutTheRest()
    {
        var selection = Selection() with { Classes = ["c", "a"] };
        var search = Search(selection);
        var final = new DataSplitter(new RandomStreams(5)).Split(Data, selection, 1, TrialKind.Final);

        Assert.Equal([1, -1, 0], search.ClassNumbers);
        Assert.Equal(700, search.Train.Count + search.Validation.Count);
        Assert.DoesNotContain(1, search.Train.Concat(search.Validation).Select(index => Data.Train.Labels[index]));
        Assert.Equal(70, final.Test.Count);
    }

    [Fact]
    public void Split_MnistShares_GiveTheUsualSizes()
    {
        ImmutableArray<int> labels = [.. Enumerable.Range(0, 60_000).Select(index => index * 7 % 10)];
        var mnist = Data with { Info = Data.Info with { Classes = [.. "0123456789".Select(digit => digit.ToString())] }, Train = Data.Train with { Labels = labels } };

        var data = new DataSplitter(new RandomStreams(1)).Split(mnist, Selection(validation: 1.0 / 12), 1, TrialKind.Search);

        Assert.Equal((55_000, 5_000), (data.Train.Count, data.Validation.Count));
    }

    private static SessionData Search(DatasetSelection selection, double share = 1, long seed = 5) =>
        new DataSplitter(new RandomStreams(seed)).Split(Data, selection, share, TrialKind.Search);

    private static DatasetSelection Selection(double validation = 0.1, double subset = 1) => new("letters", [], validation, subset);

    private static IEnumerable<int> CountByClass(IEnumerable<int> indices) =>
        indices.CountBy(index => Data.Train.Labels[index]).OrderBy(pair => pair.Key).Select(pair => pair.Value);

    /// <summary>Half of the samples are of class a, three tenths of b, two tenths of c.</summary>
    private static DatasetSplit Split(int count) =>
        new([], ElementType.UInt8, [.. Enumerable.Range(0, count).Select(index => (index % 10) switch { < 5 => 0, < 8 => 1, _ => 2 })]);
}
