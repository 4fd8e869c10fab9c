using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Search.Spaces.Cells;
using NasDaemon.Testing;

namespace NasDaemon.Search.Spaces.Tests.Cells;

public sealed class CellSpaceTests
{
    private static readonly NetworkShape Cifar = new([3, 32, 32], 10);

    [Fact]
    public async Task Build_AsPublished_HasThePublishedParameters()
    {
        // From the benchmark's table: cells in which every operation acts.
        (string Cell, long Parameters)[] published =
        [
            ("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|", 1_288_506),
            ("|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|", 802_426),
            ("|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|", 129_306),
            ("|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|", 73_306),
        ];

        var verdicts = await JudgeAsync(Sampler(5), published.Select(pair => pair.Cell));

        Assert.Equal(published.Select(pair => pair.Parameters), verdicts.Select(verdict => verdict.Parameters));
    }

    [Fact]
    public void Build_AllAnswers_Give15625Cells()
    {
        var decisions = Sampler(1).Sample(new Random(1)).Answers.Answers;

        Assert.Equal(6, decisions.Length);
        Assert.Equal(15_625, decisions.Aggregate(1, (product, answer) => product * answer.Options.Count));
    }

    [Fact]
    public void Build_NodeThatNobodyReads_IsNotWritten()
    {
        var source = Sampler(1).Replay(
            AnswersOf("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_1x1~0|skip_connect~1|none~2|"), new Random(1)).Source;

        Assert.DoesNotContain("node2", source, StringComparison.Ordinal);
        Assert.DoesNotContain("edge0_2", source, StringComparison.Ordinal);
        Assert.Contains("return self.edge0_3(node0) + node1", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_NodesOfZeros_RunAsPublished()
    {
        (string Cell, string Step)[] cells =
        [
            ("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|", "return torch.zeros_like(node0)"),
            ("|none~0|+|none~0|skip_connect~1|+|none~0|avg_pool_3x3~1|skip_connect~2|", "return torch.zeros_like(node0)"),
            ("|none~0|+|none~0|none~1|+|none~0|nor_conv_3x3~1|none~2|", "return self.edge1_3(torch.zeros_like(node0))"),
            ("|none~0|+|none~0|none~1|+|skip_connect~0|avg_pool_3x3~1|none~2|", "return node0"),
        ];

        var verdicts = await JudgeAsync(Sampler(1), cells.Select(pair => pair.Cell));

        Assert.All(verdicts, verdict => Assert.Null(verdict.Error));
        Assert.All(cells, pair => Assert.Contains(pair.Step, Sampler(1).Replay(AnswersOf(pair.Cell), new Random(1)).Source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Build_Supernet_WithOneHotWeightsEqualsTheNetworkOfThatCell()
    {
        using var folder = new TemporaryFolder();
        var sampler = Sampler(2);
        var supernet = folder.Combine("supernet.py");
        await File.WriteAllTextAsync(supernet, sampler.Supernet(new Random(1)).Source);
        var random = new Random(4);
        var arguments = new List<string> { supernet };
        for (var index = 0; index < 20; index++)
        {
            var network = sampler.Sample(random);
            var file = folder.Combine($"network{index}.py");
            await File.WriteAllTextAsync(file, network.Source);
            arguments.AddRange([file, string.Join(',', network.Answers.Answers.Select(answer => answer.Index))]);
        }

        var output = await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "compare_supernet.py"), [.. arguments]);

        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("equal", line));
        Assert.Equal(20, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static Task<IReadOnlyList<PythonVerdict>> JudgeAsync(SpaceSampler sampler, IEnumerable<string> cells) =>
        PythonNetworks.JudgeAsync(cells.Select(cell => WrittenNetwork.Of(sampler.Replay(AnswersOf(cell), new Random(1)), Cifar)));

    private static SpaceSampler Sampler(int cells) => new(
        new CellSpace(CellOptions.Of(DefaultOptions.Of(CellSpace.Description, ("cells", JsonValue.Create((long)cells))))), Cifar);

    private static AnswerList AnswersOf(string cell) => new(
    [
        .. from node in cell.Split('+').Index()
           from edge in node.Item.Trim('|').Split('|')
           let parts = edge.Split('~')
           select new Answer($"cell/edge {parts[1]}→{node.Index + 1}", 0, [parts[0]]),
    ]);
}
