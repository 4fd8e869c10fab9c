using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Search.Spaces.Cells;
using NasDaemon.Search.Spaces.Macro;
using NasDaemon.Testing;

namespace NasDaemon.Search.Spaces.Tests.Tables;

/// <summary>The networks of the two table spaces against the figures that were published for them.</summary>
public sealed class PublishedNetworkTests
{
    private const int Networks = 60;
    private static readonly NetworkShape Cifar = new([3, 32, 32], 10);
    private static readonly ArchitectureTracer Tracer = new(TracingLimits.Default);

    [SharedDataTheory("nasbench/nas-bench-macro.json")]
    [InlineData("nasbench/nas-bench-macro.json")]
    public void Build_MacroNetworks_HaveThePublishedParametersAndOperations(string table)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Find(table.Split('/'))!));
        var (sampler, random) = (new SpaceSampler(new MacroSpace(), Cifar), new Random(7));
        for (var round = 0; round < Networks; round++)
        {
            var network = sampler.Sample(random);
            var published = document.RootElement.GetProperty(string.Concat(network.Answers.Answers.Select(answer => answer.Index)));
            var architecture = Trace(network);

            Assert.Equal(published.GetProperty("params").GetInt64(), architecture.ParameterCount);

            // The table counts multiply-adds of convolutions and linear layers; we count each as two operations, and the rest as well.
            Assert.InRange(architecture.Flops, 2 * published.GetProperty("flops").GetInt64(), 2.3 * published.GetProperty("flops").GetInt64());
        }
    }

    [SharedDataTheory("nasbench/nas-bench-201.csv")]
    [InlineData("nasbench/nas-bench-201.csv")]
    public void Build_PublishedCells_HaveThePublishedParametersWhereEveryOperationActs(string table)
    {
        var published = File.ReadLines(SharedData.Find(table.Split('/'))!).Skip(1).Select(line => line.Split(','))
            .ToDictionary(fields => fields[1], fields => long.Parse(fields[3], CultureInfo.InvariantCulture));
        var (sampler, random, equal) = (new SpaceSampler(new CellSpace(PublishedCells.Options), Cifar), new Random(8), 0);
        for (var round = 0; round < Networks; round++)
        {
            var network = sampler.Sample(random);
            var parameters = Trace(network).ParameterCount;

            Assert.InRange(parameters, 1, published[Notation(network)]);
            equal += parameters == published[Notation(network)] ? 1 : 0;
        }

        Assert.InRange(equal, Networks / 3, Networks);
    }

    private static Architecture Trace(SampledNetwork network)
    {
        var result = Tracer.Trace(network.Source, new TraceRequest(Cifar));
        Assert.True(result.IsAccepted, result.Failure?.ToString());
        return result.Architecture;
    }

    private static string Notation(SampledNetwork network)
    {
        var edges = network.Answers.Answers.Select(answer => (Nodes: answer.Name["cell/edge ".Length..].Split('→'), answer.Text));
        return string.Join('+', edges.GroupBy(edge => edge.Nodes[1]).Select(node =>
            $"|{string.Join('|', node.Select(edge => $"{edge.Text}~{edge.Nodes[0]}"))}|"));
    }
}
