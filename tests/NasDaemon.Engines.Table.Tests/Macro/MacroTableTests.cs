using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.Table.Macro;
using NasDaemon.Testing;

namespace NasDaemon.Engines.Table.Tests.Macro;

public sealed class MacroTableTests
{
    private static readonly TabulatedRecipe Recipe = new("cifar10", 50);

    [SharedDataTheory(Tables.Macro)]
    [InlineData("02012100", 0.8947, 0.8906)]
    [InlineData("11111221", 0.9218, 0.92365)]
    public void Find_Network_SearchesOnTheFirstTrainingAndTestsOnTheOthers(string network, double validation, double test)
    {
        var found = Open(Tables.Macro).Find(Answers(network), Recipe)!;

        Assert.Equal(validation, found.Validation.Accuracy, 4);
        Assert.Equal(test, found.Test.Accuracy, 4);
        Assert.Equal(0, found.Seconds);
    }

    [Theory]
    [InlineData("{ \"0\": { \"test_acc\": [1, 2] } }", "has 2 accuracies")]
    [InlineData("{ \"0\": { } }", "It is no such table")]
    [InlineData("[1]", "It is no such table")]
    [InlineData("nonsense", "It is no such table")]
    public void Problem_AnotherFile_SaysWhatIsWrong(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("table.json"), text);

        Assert.Contains(expected, Open(folder.Combine("table.json")).Problem, StringComparison.Ordinal);
    }

    private static PublishedTable Open(string file) => Tables.Open(new MacroTableFormat(), MacroTableFormat.Description, file);

    private static AnswerList Answers(string network) => new(
    [
        .. network.Select((digit, index) => new Answer($"layer {index + 1}", digit - '0', ["id", "ir_3x3_t3", "ir_5x5_t6"])),
    ]);
}
