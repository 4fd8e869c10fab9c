using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Tests.Tasks;

namespace NasDaemon.Pipeline.Tests.Experiments;

public sealed class ExperimentReaderTests
{
    private const string Sample = """
        kind: experiment
        name: compare
        request: which is better
        datasets: [mnist, { name: cifar10, subset: 50% }]
        seeds: 3
        seed: 7
        control: none
        search: { space: cell, strategy: { name: evolution, population: 7, mutation: 1 } }
        training: { epochs: 2, optimizer: { name: adamw, lr: 0.003 }, augmentation: { crop: 4 } }
        budget: { trials: 5 }
        arms:
          plain:
          other:
            search: { strategy: { name: evolution, population: 9 } }
            training: { optimizer: sgd, augmentation: { flip: true } }
        """;

    [Fact]
    public void ReadText_Experiment_IsEveryArmOnEveryDatasetWithEverySeed()
    {
        var plan = Read(Sample);

        Assert.Equal(("compare", "which is better", 12), (plan.Name, plan.Request, plan.Design.RunCount));
        Assert.Equal<int>([7, 8, 9], plan.Design.Seeds);
        Assert.Equal((ExperimentMetric.Test, 5, true), (plan.Design.Metric, plan.Design.Trials, plan.Design.SharesResults));
        Assert.Equal(
            ["x/plain/mnist/7", "x/plain/cifar10/7", "x/other/mnist/7", "x/other/cifar10/7", "x/plain/mnist/8"],
            plan.Runs("x").Take(5).Select(run => run.Id));
        Assert.All(plan.Runs("x"), run => Assert.Equal(run.Id.Split('/')[3], run.Task.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void ReadText_ArmLaidOverAll_MergesSectionsAndReplacesWhatHasAName()
    {
        var tasks = Read(Sample).Tasks;
        var (plain, other) = (tasks[0].Task, tasks[3].Task);

        Assert.Equal((7, 1.0), (plain.Strategy.Options.Integer("population"), plain.Strategy.Options.Number("mutation")));
        Assert.Equal((9, 0.5), (other.Strategy.Options.Integer("population"), other.Strategy.Options.Number("mutation")));
        Assert.Equal("cell", other.Space.Name);
        Assert.IsType<AdamWSettings>(plain.Training.Optimizer);
        Assert.IsType<SgdSettings>(other.Training.Optimizer);
        Assert.Equal(new AugmentationSettings(4, true, true), other.Training.Augmentation);
        Assert.Equal((2, 0.5), (other.Training.Epochs, other.Dataset.SubsetShare));
    }

    [Fact]
    public void ReadText_Arms_SayWhatSetsThemApart()
    {
        var arms = Read(Sample).Design.Arms;

        Assert.Empty(arms[0].Settings);
        Assert.Equal(
            [("search.strategy.name", "evolution"), ("search.strategy.population", "9"), ("training.optimizer", "sgd"), ("training.augmentation.flip", "true")],
            arms[1].Settings.Select(setting => (setting.Key, setting.Value)));
    }

    [Fact]
    public void ReadText_ControlIsNotRefused_AddsRandomSearchWithTheSettingsOfAll()
    {
        var plan = Read(Sample.Replace("control: none\n", string.Empty, StringComparison.Ordinal));

        var control = plan.Design.Arms[^1];
        Assert.Equal(("random", true), (control.Name, control.IsControl));
        Assert.Equal(("random", "cell", 5), (plan.Tasks[^1].Task.Strategy.Name, plan.Tasks[^1].Task.Space.Name, plan.Tasks[^1].Task.Budget.Trials));
    }

    [Fact]
    public void ReadText_ArmOfThatName_IsTheControlItself()
    {
        var plan = Read(Sample.Replace("control: none\n", string.Empty, StringComparison.Ordinal).Replace("  plain:\n", "  random: { search: { strategy: random } }\n", StringComparison.Ordinal));

        Assert.Equal(["random", "other"], plan.Design.Arms.Select(arm => arm.Name));
    }

    [Theory]
    [InlineData("store: memory")]
    [InlineData("search: { estimator: { name: halving } }")]
    [InlineData("budget: { trials: 5, time: 1h }")]
    public void ReadText_ResultsThatWouldNotBeTheSame_AreNotShared(string setting)
    {
        var key = setting.Split(':')[0];
        var lines = Sample.Split('\n').Where(line => !line.StartsWith(key + ":", StringComparison.Ordinal)).Append(setting);

        Assert.False(Read(string.Join('\n', lines)).Design.SharesResults);
    }

    [Fact]
    public void ReadText_ManyMistakes_AreAllToldWithTheLineOfTheArm()
    {
        var reading = KnownComponents.Read("""
            kind: experiment
            datasets: [mnist, cifar10]
            sedes: 3
            dataset: mnist
            control: none
            metric: regret
            arms:
              one: { training: { schedule: step }, budget: { trials: 3 } }
              two: { search: { strategy: evolutoin }, optimzer: 3 }
              three: { training: { augmentation: { crop: 30 } } }
            """);

        Assert.Null(reading.Experiment);
        Assert.Equal(
            [
                "3:1 Unknown key 'sedes'.",
                "4:1 An experiment has no 'dataset'.",
                "6:9 Regret is known only where a table answers the trainings.",
                "8:32 The schedule 'step' needs 'step_epochs' (arm 'one').",
                "8:40 Arms cannot differ in 'budget'.",
                "9:30 There is no search strategy 'evolutoin' (arm 'two').",
                "9:43 Unknown key 'optimzer' in an arm.",
                "10:46 A crop by 30 pixels is too much for samples with a side of 28 (arm 'three' on 'mnist').",
            ],
            reading.Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}"));
    }

    [Fact]
    public void ReadText_WhatIsWrongForAll_IsToldOnceWithoutNamingArms()
    {
        var reading = KnownComponents.Read(Sample.Replace("epochs: 2", "epochs: 0", StringComparison.Ordinal));

        Assert.Equal("'epochs' cannot be '0'.", Assert.Single(reading.Problems).Message);
    }

    [Theory]
    [InlineData("kind: experiment\ndatasets: [mnist]\n", "The key 'arms' is missing.")]
    [InlineData("kind: experiment\narms: { a: }\n", "The key 'datasets' is missing.")]
    [InlineData("kind: experiment\ncontrol: none\ndatasets: [mnist, mnist]\narms: { a: }\n", "'datasets' cannot be a list.")]
    [InlineData("kind: experiment\ncontrol: none\ndatasets: [mnist]\narms: { 'a/b': }\n", "'arms' cannot be a mapping.")]
    [InlineData("kind: experiment\ncontrol: none\ndatasets: [mnist]\nseeds: [1, 1]\narms: { a: }\n", "'seeds' cannot be a list.")]
    [InlineData("kind: experimint\ndataset: mnist\n", "'kind' cannot be 'experimint'.")]
    [InlineData("kind: experiment\ncontrol: none\ndatasets: [mnist]\nseeds: 10000\narms: { a: , b: , c: , d: , e: , f: , g: , h: , i: , j: , k: }\n", "These are 120,000 runs.")]
    public void ReadText_WhatCannotBe_IsRefused(string yaml, string message) =>
        Assert.Contains(KnownComponents.Read(yaml).Problems, problem => problem.Message == message);

    private static ExperimentPlan Read(string yaml)
    {
        var reading = KnownComponents.Read(yaml);
        Assert.Empty(reading.Problems);
        Assert.True(reading.IsAccepted);
        return reading.Experiment!;
    }
}
