using System.Text.Json;
using NasDaemon.Testing;

namespace NasDaemon.Tests.Commands.Tracing;

public sealed class TraceJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_AcceptedFile_HasEveryField()
    {
        await WriteAsync("net.py", TraceRun.Source(3072));

        var run = await TraceRun.RunAsync(_folder.Path, "net.py");

        var root = Assert.Single(run.Objects);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(("net.py", "accepted"), (root.GetProperty("file").GetString(), root.GetProperty("verdict").GetString()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("class").ValueKind);
        Assert.Equal("[2,10]", root.GetProperty("output").GetRawText());
        Assert.Equal(30_730, root.GetProperty("parameters").GetInt64());
        Assert.Equal((2 * 30_720) + 10, root.GetProperty("flops").GetInt64());
        Assert.Equal("""{"fc.weight":[10,3072],"fc.bias":[10]}""", root.GetProperty("state").GetRawText());
        Assert.Matches("^[0-9a-f]{32}$", root.GetProperty("fingerprints").GetProperty("source").GetString());
        Assert.Matches("^[0-9a-f]{32}$", root.GetProperty("fingerprints").GetProperty("graph").GetString());
        Assert.True(root.GetProperty("milliseconds").GetDouble() > 0);
    }

    [Fact]
    public async Task Json_RefusedFile_HasClassLineAndPyTorchsMessage()
    {
        await WriteAsync("net.py", TraceRun.Source(3));

        var run = await TraceRun.RunAsync(_folder.Path, "net.py");

        var root = Assert.Single(run.Objects);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(("refused", "shape_mismatch"), (root.GetProperty("verdict").GetString(), root.GetProperty("class").GetString()));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3072 and 3x10)", root.GetProperty("message").GetString());
        Assert.Equal(9, root.GetProperty("line").GetInt32());
        Assert.Equal("fc", root.GetProperty("module_path").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("state").ValueKind);
    }

    [Fact]
    public async Task Json_FilesFoldersAndLists_AreTracedInAStableOrder()
    {
        foreach (var name in (string[])["z.py", "b/b.py", "b/a.py", "b/c/a.py", "B/a.py", "b/notes.txt"])
        {
            await WriteAsync(name, TraceRun.Source(3072));
        }

        await WriteAsync("list.jsonl", $"{Line(3072)}\n\n{Line(3)}\n");

        var run = await TraceRun.RunAsync(_folder.Path, "list.jsonl", ".", "z.py", "list.jsonl:3");

        Assert.Equal(["1", "3", "./z.py", "./B/a.py", "./b/a.py", "./b/b.py", "./b/c/a.py", "z.py", "3"], run.Texts("file"));
        Assert.Equal([0, 1, 8], run.Objects.Index().Where(pair => pair.Item.TryGetProperty("list", out _)).Select(pair => pair.Index));
    }

    [Fact]
    public async Task Json_LineWithItsOwnShapeAndClasses_UsesThemBeforeTheOptions()
    {
        string[] lines =
        [
            Line(3072),
            Line(784, ("input", "[1,28,28]")),
            Line(784, ("input", "\"1x28x28\""), ("classes", "10"), ("verdict", "\"ok\""), ("accuracy", "NaN"), ("state", "{\"a\": [[1]]}")),
            Line(3072, ("classes", "7")),
        ];
        await WriteAsync("list.jsonl", string.Join('\n', lines));

        var run = await TraceRun.RunAsync(_folder.Path, "list.jsonl", "--classes", "10");

        Assert.Equal(["accepted", "accepted", "accepted", "refused"], run.Texts("verdict"));
        Assert.Equal("wrong_output", run.Objects[3].GetProperty("class").GetString());
    }

    [Fact]
    public async Task Json_LemurNetwork_GetsItsHyperParameters()
    {
        var source = """
            import torch.nn as nn
            class Net(nn.Module):
                def __init__(self, in_shape, out_shape, prm, device):
                    super().__init__()
                    self.fc = nn.Linear(in_shape[1] * in_shape[2] * in_shape[3], prm['width'])
                    self.out = nn.Linear(prm['width'], out_shape[0] if prm['head'] == 'full' else 1)
                def forward(self, x):
                    return self.out(self.fc(x.flatten(1)))
            """;
        await WriteAsync("list.jsonl", JsonSerializer.Serialize(new { source, prm = new { width = 5 } }));

        var run = await TraceRun.RunAsync(_folder.Path, "list.jsonl", "--prm", "width=3,head=full", "--input", "1x2x2");

        var root = Assert.Single(run.Objects);
        Assert.Equal("""{"fc.weight":[5,4],"fc.bias":[5],"out.weight":[10,5],"out.bias":[10]}""", root.GetProperty("state").GetRawText());
        Assert.Equal("lemur", root.GetProperty("dialect").GetString());
    }

    [Fact]
    public async Task Json_TrainSetup_IsToldAsTheRecipeThatTheSourceAsksFor()
    {
        var source = """
            import torch
            import torch.nn as nn
            class Net(nn.Module):
                def __init__(self, in_shape, out_shape, prm, device):
                    super().__init__()
                    self.fc = nn.Linear(in_shape[1], out_shape[0])
                def forward(self, x):
                    return self.fc(x)
                def train_setup(self, prm):
                    self.criteria = (nn.CrossEntropyLoss(label_smoothing=0.1).to(self.device),)
                    self.optimizer = torch.optim.SGD(self.parameters(), lr=prm['lr'], momentum=prm['momentum'])
                def learn(self, train_data):
                    pass
            """;
        await WriteAsync("list.jsonl", JsonSerializer.Serialize(new { source }));

        var run = await TraceRun.RunAsync(_folder.Path, "list.jsonl", "--prm", "lr=0.5", "--input", "8");

        Assert.Equal(
            """{"optimizer":{"name":"SGD","lr":0.5,"momentum":0.9},"loss":{"name":"CrossEntropyLoss","label_smoothing":0.1}}""",
            Assert.Single(run.Objects).GetProperty("recipe").GetRawText());
    }

    [Theory]
    [InlineData("{\"source\": ", "The line is not JSON")]
    [InlineData("[1, 2]", "not a JSON object")]
    [InlineData("{\"code\": \"x\"}", "no field 'source'")]
    [InlineData("{\"source\": 5}", "'source' is a text")]
    [InlineData("{\"source\": \"x\", \"input\": [3, 0]}", "'input' is written like 3x32x32")]
    [InlineData("{\"source\": \"x\", \"classes\": -1}", "'classes' is a whole number above 0")]
    [InlineData("{\"source\": \"\\ud800\"}", "not valid Unicode")]
    [InlineData("{\"source\": \"x\"} trailing", "not JSON")]
    public async Task Json_BrokenLine_IsToldAndTheNextIsTraced(string line, string message)
    {
        await WriteAsync("list.jsonl", $"{line}\n{Line(3072)}\n");

        var run = await TraceRun.RunAsync(_folder.Path, "list.jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["refused", "accepted"], run.Texts("verdict"));
        Assert.Equal("unreadable", run.Objects[0].GetProperty("class").GetString());
        Assert.Contains(message, run.Objects[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Null, run.Objects[0].GetProperty("hint").ValueKind);
    }

    [Fact]
    public async Task Json_HostileFiles_AreOneObjectEach()
    {
        await File.WriteAllBytesAsync(_folder.Combine("encoding.py"), [.. "x = 1\ny = '"u8, 0xFF, .. "'\n"u8]);
        await File.WriteAllTextAsync(_folder.Combine("long.py"), new string('#', 10_000_000));
        await File.WriteAllTextAsync(_folder.Combine("long.jsonl"), $"{{\"source\": \"{new string('#', 10_000_000)}\"}}\n{Line(3072)}");
        await File.WriteAllBytesAsync(_folder.Combine("nul.py"), new byte[100]);

        var run = await TraceRun.RunAsync(_folder.Path, "encoding.py", "long.py", "long.jsonl", "nul.py");

        Assert.Equal(["syntax", "limit_exceeded", "limit_exceeded", "", "syntax"], run.Texts("class"));
        Assert.Equal(2, run.Objects[0].GetProperty("line").GetInt32());
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Json_ShapeWithTheBatch_IsToldThatItIsWithout()
    {
        await WriteAsync("net.py", TraceRun.Source(3072));

        var run = await TraceRun.RunAsync(_folder.Path, "net.py", "--input", "2x3x32x33");

        Assert.Contains("without the batch", Assert.Single(run.Objects).GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_PathThatIsNotThere_IsToldAndTheOthersAreTraced()
    {
        await WriteAsync("net.py", TraceRun.Source(3072));

        var run = await TraceRun.RunAsync(_folder.Path, "absent.py", "absent.jsonl", "net.py");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["unreadable", "unreadable", ""], run.Texts("class"));
    }

    private static string Line(int features, params (string Name, string Json)[] fields) =>
        $"{{\"source\": {JsonSerializer.Serialize(TraceRun.Source(features))}{string.Concat(fields.Select(field => $", \"{field.Name}\": {field.Json}"))}}}";

    private async Task WriteAsync(string name, string text)
    {
        var path = _folder.Combine(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
    }
}
