using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tests.Emit;
using NasDaemon.Architectures.Tests.Tracing;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Torchvision;

/// <summary>Our own versions of torchvision's building blocks and models against the originals.</summary>
public sealed class TorchvisionTests
{
    private const string Models = """
        alexnet convnext_tiny convnext_small convnext_base convnext_large densenet121 densenet161 densenet169 densenet201
        efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 efficientnet_b5 efficientnet_b6 efficientnet_b7
        efficientnet_v2_s efficientnet_v2_m efficientnet_v2_l googlenet mobilenet_v2 mobilenet_v3_large mobilenet_v3_small
        resnet18 resnet34 resnet50 resnet101 resnet152 resnext50_32x4d resnext101_32x8d resnext101_64x4d wide_resnet50_2 wide_resnet101_2
        shufflenet_v2_x0_5 shufflenet_v2_x1_0 shufflenet_v2_x1_5 shufflenet_v2_x2_0 squeezenet1_0 squeezenet1_1
        vgg11 vgg11_bn vgg13 vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn vit_b_16 vit_b_32 vit_l_16 vit_l_32
        """;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Torchvision");

    [TorchvisionFact]
    public async Task Trace_EveryModel_HasTheStateOfTheOriginal()
    {
        using var folder = new TemporaryFolder();
        var names = Models.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        await File.WriteAllLinesAsync(folder.Combine("names"), names);
        var judged = await PythonTorch.RunAsync(Path.Combine(Folder, "judge_models.py"), folder.Combine("names"));
        var judgements = judged.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Judgement.Parse).ToArray();

        Assert.Equal(names.Length, judgements.Length);
        foreach (var (name, judgement) in names.Zip(judgements))
        {
            var architecture = Traces.Accept(Network($"models.{name}(weights=None, num_classes=7)"));
            Assert.Equal(judgement.Parameters + 30730, architecture.ParameterCount);
            var own = architecture.State.Where(entry => entry.IsPersistent && entry.Name.StartsWith("model.", StringComparison.Ordinal));
            Assert.Equal(
                judgement.State!.Select(entry => $"{name} model.{entry.Name} {string.Join(',', entry.Shape)}"),
                own.Select(entry => $"{name} {entry.Name} {string.Join(',', entry.Shape)}"));
        }
    }

    [TorchvisionFact]
    public async Task Lower_NetworksOfBuildingBlocks_ComputeAndTrainAsTheOriginals()
    {
        var differences = await NetworkJudge.CompareAsync(NetworkCase.In("Torchvision/Networks", new NetworkShape([3, 32, 32], 10)));

        Assert.True(differences.Length == 0, differences);
    }

    [TorchvisionFact]
    public async Task Trace_WrongUse_RaisesWhatTheOriginalRaises()
    {
        var path = Path.Combine(Folder, "errors.python");
        var judged = await PythonTorch.RunAsync(Path.Combine(Folder, "judge_errors.py"), path);
        var judgements = judged.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Judgement.Parse);
        var differences = new List<string>();
        foreach (var (statement, judgement) in (await File.ReadAllLinesAsync(path)).Zip(judgements))
        {
            var result = Traces.Trace(Network("None", forward: statement));
            if ((result.IsAccepted, result.Failure?.Message) != (judgement.Accepted, judgement.Message))
            {
                differences.Add($"{statement}\n  original: {judgement.Message ?? "accepts"}\n  tracer:   {result.Failure?.Message ?? "accepts"}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("models.resnet18(pretrained=True)")]
    [InlineData("models.resnet18(True)")]
    [InlineData("models.vgg16(weights='DEFAULT')")]
    [InlineData("models.efficientnet_b0(weights=models.EfficientNet_B0_Weights.IMAGENET1K_V1)")]
    public void Trace_PretrainedModel_IsRefusedWithTheReason(string model)
    {
        var failure = Traces.Refuse(Network(model));

        Assert.Contains("pretrained weights are not downloaded", failure.Message, StringComparison.Ordinal);
        Assert.Equal(8, failure.Line);
    }

    [Fact]
    public void Trace_ModelThatIsNotKnown_IsNamed()
    {
        var failure = Traces.Refuse(Network("models.raft_small()"));

        Assert.Equal(FailureClass.UnknownName, failure.Class);
        Assert.Contains("'torchvision.models.raft_small'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_ErrorInABuildingBlock_StandsAtTheLineThatCalledIt() =>
        Assert.Equal(8, Traces.Refuse(Network("ops.Conv2dNormActivation(3, 8, groups=2)")).Line);

    private static string Network(string model, string forward = "pass") => $"""
        import torch
        from torch import nn
        from torchvision import models, ops

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.model = {model}
                self.fc = nn.Linear(3072, 10)

            def forward(self, x):
                {forward}
                return self.fc(x.flatten(1))
        """;
}
