using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Candidates;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Testing;

namespace NasDaemon.Search.Prompting.Tests.Examples;

public sealed class ExampleSourceTests
{
    [Fact]
    public void Find_Archive_ReferenceIsTheTasksBestEvenWhereAnEarlierSearchHasBetter()
    {
        var archive = new ListArchive().Add(Networks.Convolution(4), 0.6).Add(Networks.Drawn(3), 0.7).Add(Networks.Drawn(4), 0.99, task: "earlier");

        var examples = Source(archive).Find(2, 0, needsReference: false);

        Assert.Equal("network 2", examples.Reference!.Name);
        Assert.Equal(["network 1", "network 3 of earlier"], examples.Supporting.Select(example => example.Name).Order());
        Assert.Equal([1, null], examples.Supporting.OrderBy(example => example.Name).Select(example => example.Number));
    }

    [Fact]
    public void Find_NetworksThatDoNotFitTheTask_AreLeftOut()
    {
        var threeChannels = Networks.Convolution(4).Replace("nn.Conv2d(1,", "nn.Conv2d(3,", StringComparison.Ordinal);
        var archive = new ListArchive().Add(threeChannels, 0.9, task: "earlier", dataset: "cifar10").Add("not Python", 0.8).Add(Networks.Convolution(9), 0.5, task: "earlier");

        Assert.Equal("network 3 of earlier", Source(archive).Find(0, 0, needsReference: false).Reference!.Name);
    }

    [Fact]
    public void Find_SameGraphTwice_IsShownOnce()
    {
        var archive = new ListArchive().Add(Networks.Convolution(4), 0.6).Add(Networks.Convolution(4) + "\n# the same\n", 0.6);

        var examples = Source(archive).Find(1, 0, needsReference: false);

        Assert.DoesNotContain("network", Assert.Single(examples.Supporting).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_Library_IsTheSameForSomeProposalsAndThenAnother()
    {
        var source = Source(new ListArchive());

        var first = Names(source.Find(3, 0, needsReference: false));

        Assert.Equal(first, Names(source.Find(3, 7, needsReference: false)));
        Assert.NotEqual(first, Names(source.Find(3, 8, needsReference: false)));
    }

    [Fact]
    public void Find_NoNetworkOfTheLibraryKeepsTheConstraints_TakesSomeOfTheSpace()
    {
        var context = Context(new ListArchive(), new Constraints(20_000, null, null));

        var examples = new ExampleSource(context, Dialect.Plain).Find(3, 0, needsReference: true);

        Assert.Equal(3, examples.Supporting.Length);
        Assert.All(examples.Supporting.Append(examples.Reference!), example => Assert.Equal("a network of the search space", example.Name));
    }

    [Fact]
    public void Find_UsersOwnLibrary_GoesBeforeTheShippedFileOfThatName()
    {
        using var home = new TemporaryFolder();
        File.WriteAllText(home.Combine("squeezenet.py"), Networks.Convolution(3));
        var context = Context(new ListArchive()).WithSmallLibrary();
        context = context with { Component = context.Component with { Folders = context.Component.Folders with { Library = home.Path } } };

        var examples = new ExampleSource(context, Dialect.Plain).Find(3, 0, needsReference: false);

        var own = Assert.Single(examples.Supporting, example => example.Name == "squeezenet.py");
        Assert.Contains("nn.Conv2d(1, 3, 3, padding=1)", own.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("keeps the size", own.Source, StringComparison.Ordinal);
    }

    private static string Names(ExampleSet examples) => string.Join(' ', examples.Supporting.Select(example => example.Name));

    private static ExampleSource Source(IArchive archive) => new(Context(archive), Dialect.Plain);

    private static StrategyContext Context(IArchive archive, Constraints? constraints = null)
    {
        var context = Prompted.Context(MixedStrategy.Description, 1, Prompted.Drawing(), archive);
        if (constraints is null)
        {
            return context;
        }

        var reader = new SourceReader(
            context.Task with { Constraints = constraints }, context.Shape, new ArchitectureTracer(TracingLimits.Default));
        return context with { Sources = reader };
    }
}
