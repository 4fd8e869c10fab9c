using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Tests.Tasks.Requests;

public sealed class RequestReadingTests
{
    private const string FewShot = "search: { strategy: few-shot }\n";

    [Fact]
    public void ReadText_RequestAsksForDetection_IsRefusedWithTheRemedy()
    {
        var problem = Assert.Single(KnownComponents.Read("request: An object detector for frogs.\ndataset: cifar10\n").Problems);

        Assert.Equal(1, problem.Line);
        Assert.Contains("object detection does not exist yet", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'classify'", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadText_RequestNamesTwoClasses_KeepsThemAndSaysSo()
    {
        var task = KnownComponents.Read($"request: frogs against dogs\ndataset: cifar10\ntraining: {{ loss: bce }}\n{FewShot}").Task!;

        Assert.Equal(new DatasetSelection("cifar10", ["frog", "dog"], 0.1, 1), task.Dataset);
        Assert.Equal("The classes frog, dog were taken from the request, in this order; 'dataset: classes' would go before it.", Assert.Single(task.Notes));
    }

    [Fact]
    public void ReadText_TaskNamesOtherClasses_TheTaskCounts()
    {
        var task = KnownComponents.Read($"request: frogs against dogs\ndataset: {{ name: cifar10, classes: [cat, dog] }}\n{FewShot}").Task!;

        Assert.Equal(["cat", "dog"], task.Dataset.Classes.AsEnumerable());
        Assert.Contains("names the classes frog, dog; the task keeps cat, dog", Assert.Single(task.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A classifier for CIFAR-10.", "names the data set cifar10; the task learns from mnist")]
    [InlineData("Classify digits cut out by an object detector.", "mentions object detection ('object detect')")]
    public void ReadText_RequestDiffersFromTheTask_IsNoted(string request, string note) =>
        Assert.Contains(note, Assert.Single(KnownComponents.Read($"request: {request}\ndataset: mnist\n{FewShot}").Task!.Notes), StringComparison.Ordinal);

    [Theory]
    [InlineData("A classifier for CIFAR-100.")]
    [InlineData("A network for MNIST.")]
    [InlineData("")]
    public void ReadText_NothingToSay_NotesNothing(string request) =>
        Assert.Empty(KnownComponents.Read($"request: \"{request}\"\ndataset: mnist\n{FewShot}").Task!.Notes);

    [Fact]
    public void ReadText_StrategyDoesNotReadTheRequest_IsNoted() => Assert.Equal(
        "The strategy evolution proposes without reading the request.",
        Assert.Single(KnownComponents.Read("request: a small network\ndataset: mnist\n").Task!.Notes));
}
