namespace NasDaemon.Pipeline.Tests.Tasks;

/// <summary>Tasks that name a table of trainings in place of an engine.</summary>
public sealed class TableCheckTests
{
    private const string Whole = """
        dataset: cifar10
        search: { space: cell }
        training: { epochs: 12 }
        final: { epochs: 200 }
        engine: tabulated

        """;

    [Fact]
    public void ReadText_WhatTheTableHolds_IsATask()
    {
        var reading = KnownComponents.Read(Whole);

        Assert.Empty(reading.Problems);
        Assert.Equal(("tabulated", 12, 200), (reading.Task!.Engine.Name, reading.Task.Training.Epochs, reading.Task.Final.Epochs));
    }

    [Theory]
    [InlineData("dataset: cifar10", "dataset: mnist", 1, "has no trainings on 'mnist'", "Write one of: cifar10.")]
    [InlineData("epochs: 12", "epochs: 10", 3, "has no trainings of 10 epochs", "one of: 12, 200")]
    [InlineData("training: { epochs: 12 }", "", 1, "has no trainings of 5 epochs", "Write 'training: epochs: N'")]
    [InlineData("epochs: 200", "epochs: 30", 4, "has no trainings of 30 epochs", "Write 'final: epochs: N'")]
    [InlineData("space: cell", "space: chain", 1, "no networks of the search space 'chain'", "space: cell")]
    [InlineData("dataset: cifar10", "dataset: { name: cifar10, subset: 50% }", 1, "took the whole data set", "Remove 'subset'.")]
    [InlineData("dataset: cifar10", "dataset: { name: cifar10, classes: [frog, dog] }", 1, "took the whole data set", "Remove 'classes'.")]
    public void ReadText_WhatTheTableDoesNotHold_IsRefusedWithTheRemedy(string text, string replacement, int line, string message, string remedy)
    {
        var problem = Assert.Single(KnownComponents.Read(Whole.Replace(text, replacement, StringComparison.Ordinal)).Problems);

        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }
}
