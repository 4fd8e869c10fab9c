using System.Text.Json;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>The same sources under Debian's Python with PyTorch and under the tracer. Accepted ones check themselves by assertions.</summary>
public sealed class ConformanceTests
{
    // Texts of Python's that the tracer puts in other words, with the reason.
    private static readonly Dictionary<string, string> OtherWords = new()
    {
        ["'Net'"] = "The judge looks the class up in a dictionary.",
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Tracing");

    [Theory]
    [InlineData("classes.py")]
    [InlineData("functions.py")]
    [InlineData("values.py")]
    [InlineData("modules.py")]
    [InlineData("tensors.py")]
    public async Task Trace_SourceThatChecksItself_AgreesWithPython(string name)
    {
        var path = Path.Combine(Folder, "Conformance", name);
        var judgement = (await JudgeAsync(path)).Single();
        Assert.True(judgement.Accepted, $"{judgement.Error} {judgement.Message} line {judgement.Line}");

        var architecture = Traces.Accept(await File.ReadAllTextAsync(path));

        Assert.Equal(judgement.Output!, architecture.OutputType.At(2).AsEnumerable());
        Assert.Equal(judgement.Parameters, architecture.ParameterCount);
        Assert.True(Traces.SameState(architecture, judgement));
    }

    [Theory]
    [InlineData("refused.sources")]
    [InlineData("mistakes.sources")]
    public async Task Trace_RefusedSources_GivesPythonsTextAndLine(string name) => await CompareAsync(Path.Combine(Folder, "Conformance", name));

    [Fact]
    public async Task Trace_WrongCalls_GivesPyTorchsTextAndLine()
    {
        using var folder = new TemporaryFolder();
        var calls = await File.ReadAllLinesAsync(Path.Combine(Folder, "Conformance", "wrong_calls.jsonl"));
        var sources = calls.Select(line => Traces.Network(forward: $$"""
            x = torch.randn(2, 4, 6, 6)
            {{JsonDocument.Parse(line).RootElement.GetProperty("statement").GetString()}}
            return self.fc(x)
            """) + "\n");
        await File.WriteAllTextAsync(folder.Combine("calls.sources"), string.Join("#====\n", sources));

        await CompareAsync(folder.Combine("calls.sources"));
    }

    private static async Task CompareAsync(string path)
    {
        var judgements = await JudgeAsync(path);
        var sources = (await File.ReadAllTextAsync(path)).Split("#====\n");
        var differences = new List<string>();
        foreach (var (source, judgement) in sources.Zip(judgements))
        {
            Assert.False(judgement.Accepted, source);
            var failure = Traces.Refuse(source);
            if (!OtherWords.ContainsKey(judgement.Message!) && (failure.Message, failure.Line) != (judgement.Message!, judgement.Line))
            {
                differences.Add($"{judgement.Line}: {judgement.Message} | {failure.Line}: {failure.Message}\n{source}");
            }
        }

        Assert.Equal(sources.Length, judgements.Length);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public async Task Trace_AcceptedSources_GivesPyTorchsOutputAndState()
    {
        var path = Path.Combine(Folder, "Conformance", "accepted.sources");
        var sources = (await File.ReadAllTextAsync(path)).Split("#====\n");
        var judgements = await JudgeAsync(path);

        Assert.Equal(sources.Length, judgements.Length);
        foreach (var (source, judgement) in sources.Zip(judgements))
        {
            Assert.True(judgement.Accepted, $"{judgement.Message} line {judgement.Line}\n{source}");
            var architecture = Traces.Accept(source);
            Assert.Equal(judgement.Output!, architecture.OutputType.At(2).AsEnumerable());
            Assert.True(Traces.SameState(architecture, judgement), source);
        }
    }

    private static async Task<Judgement[]> JudgeAsync(string path)
    {
        var output = await PythonTorch.RunAsync(Path.Combine(Folder, "judge_sources.py"), path);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Judgement.Parse)];
    }
}
