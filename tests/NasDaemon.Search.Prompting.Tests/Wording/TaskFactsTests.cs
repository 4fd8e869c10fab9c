using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Templates;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Search.Prompting.Wording;

namespace NasDaemon.Search.Prompting.Tests.Wording;

public sealed class TaskFactsTests
{
    private static readonly SearchTask Plain = Prompted.Context(MixedStrategy.Description, 1, Prompted.Drawing()).Task;

    [Fact]
    public void Of_BinaryTaskWithLimits_SaysWhatIsFixed()
    {
        var task = Plain with
        {
            Dataset = new DatasetSelection("cifar10", ["frog", "dog"], 0.1, 1),
            Constraints = new Constraints(2_000_000, 60_000_000, 500_000_000),
            Training = Plain.Training with { Loss = LossKind.BinaryCrossEntropy },
        };

        var words = Prompted.Templates[TemplateDefinitions.Task].Fill(TaskFacts.Of(task, new NetworkShape([3, 32, 32], 1)));

        Assert.Equal(
            """
            Task: a neural network that classifies the samples of the data set cifar10.
            Input: a float tensor of shape (N, 3, 32, 32).
            Output: a tensor of shape (N, 1) of raw scores, without any activation behind the last layer. Loss: binary cross-entropy on the one output.
            Classes, in order: frog, dog.
            Limits: at most 2,000,000 parameters, at most 60,000,000 floating-point operations for one sample, at most 500 MB of memory in training.
            Training: 1 epoch, batches of 64, Adam with a learning rate of 0.001. Choose a network that learns well in this time.
            Budget: 10 networks are trained.
            """,
            words);
    }

    [Theory]
    [InlineData(new[] { 3, 32, 32 }, "nn.AdaptiveAvgPool2d(1)")]
    [InlineData(new[] { 6, 128 }, "nn.AdaptiveAvgPool1d(1)")]
    [InlineData(new[] { 13 }, null)]
    public void Of_InputOfAnyKind_NamesThePoolingThatFits(int[] input, string? pooling)
    {
        var form = Prompted.Templates[TemplateDefinitions.PlainForm].Fill(TaskFacts.Of(Plain, new NetworkShape([.. input], 10)));

        Assert.Equal(pooling is not null, form.Contains("flatten before the first", StringComparison.Ordinal));
        Assert.Contains(pooling ?? "(N, 13)", form, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoLimitsAndNoClasses_LeavesTheirLinesOut()
    {
        var words = Prompted.Templates[TemplateDefinitions.Task].Fill(TaskFacts.Of(Plain, new NetworkShape([1, 28, 28], 10)));

        Assert.DoesNotContain("Limits", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Classes", words, StringComparison.Ordinal);
    }
}
