using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>What <c>train_setup</c> and <c>learn</c> ask for.</summary>
public sealed class RecipeTests
{
    private const string Setup = """


            def train_setup(self, prm):
                self.criteria = (nn.CrossEntropyLoss(label_smoothing=0.1).to(self.device),)
                self.optimizer = torch.optim.SGD(self.parameters(), lr=prm['lr'], momentum=prm.get('momentum', 0.5), nesterov=True)
        """;

    [Fact]
    public void Trace_TrainSetup_IsRead()
    {
        var recipe = Traces.Trace(Traces.Network() + Setup).Recipe!;

        Assert.Equal("SGD", recipe.Optimizer);
        Assert.Equal(HyperParameter.FromDouble(0.01), recipe.OptimizerArguments["lr"]);
        Assert.Equal(HyperParameter.FromDouble(0.9), recipe.OptimizerArguments["momentum"]);
        Assert.Equal("CrossEntropyLoss", recipe.Loss);
        Assert.Equal(HyperParameter.FromDouble(0.1), recipe.LossArguments["label_smoothing"]);
    }

    [Fact]
    public void Trace_NoTrainSetup_HasNoRecipe() => Assert.Null(Traces.Trace(Traces.Network()).Recipe);
}
