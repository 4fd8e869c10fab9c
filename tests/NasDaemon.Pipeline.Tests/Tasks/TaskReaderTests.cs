using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Tasks;

public sealed class TaskReaderTests
{
    [Fact]
    public void ReadText_DatasetAlone_FillsInEveryDefault()
    {
        var reading = KnownComponents.Read("dataset: mnist\n", "My First Task.yaml");

        Assert.Empty(reading.Problems);
        var task = reading.Task!;
        Assert.Equal(("my-first-task", "", 0), (task.Name, task.Request, task.Seed));
        Assert.Equal(new DatasetSelection("mnist", [], 0.1, 1), task.Dataset);
        Assert.Equal(("chain", "evolution", "full", "libtorch"), (task.Space.Name, task.Strategy.Name, task.Estimator.Name, task.Engine.Name));
        Assert.Equal(20, task.Strategy.Options.Integer("population"));
        Assert.Equal(new Constraints(null, null, null), task.Constraints);
        Assert.Equal(new SgdSettings(0.05, 0.0005, 0.9, true), task.Training.Optimizer);
        Assert.Equal(new ScheduleSettings(ScheduleKind.Cosine, 0, 1, 0.1, 0), task.Training.Schedule);
        Assert.Equal((5, 128, LossKind.CrossEntropy, Precision.Float32), (task.Training.Epochs, task.Training.BatchSize, task.Training.Loss, task.Training.Precision));
        Assert.Equal(new AugmentationSettings(0, false, true), task.Training.Augmentation);
        Assert.Equal(new Budget(20, null, null), task.Budget);
        Assert.Equal(new FinalSettings(1, 5), task.Final);
    }

    [Fact]
    public void ReadText_EveryKeyGiven_TakesEveryValue()
    {
        var reading = KnownComponents.Read("""
            name: all-keys
            request: a small network, please
            dataset: { name: cifar10, classes: [frog, dog], validation: 5000/60000, subset: 50% }
            search:
              space: { name: cell, stages: 5 }
              strategy: { name: evolution, population: 7, mutation: 1, aging: false, selection: uniform, note: "12" }
              estimator: full
            constraints: { max_parameters: 2M, max_flops: 1.5G, max_memory: 512 MiB }
            training:
              epochs: 8
              batch_size: 64
              optimizer: { name: adamw, lr: 3e-4, weight_decay: 0.1, betas: [0.8, 0.99], eps: 1e-6 }
              schedule: { name: step, warmup_epochs: 0.5, step_epochs: 3, factor: 0.2 }
              gradient_clipping: 5
              precision: bfloat16
              augmentation: { crop: 4, flip: true, normalize: false }
              loss: bce
            budget: { trials: 40, time: 1h30m, target: 0.95 }
            final: { finalists: 3, epochs: 20 }
            engine: libtorch
            seed: 42
            """);

        Assert.Empty(reading.Problems);
        var task = reading.Task!;
        Assert.Equal(("all-keys", "a small network, please", 42), (task.Name, task.Request, task.Seed));
        Assert.Equal(new DatasetSelection("cifar10", ["frog", "dog"], 5000d / 60000, 0.5), task.Dataset);
        Assert.Equal(5, task.Space.Options.Integer("stages"));
        var options = task.Strategy.Options;
        Assert.Equal((7, 1d, false, "uniform", "12"), (options.Integer("population"), options.Number("mutation"), options.Flag("aging"), options.Text("selection"), options.Text("note")));
        Assert.Equal(new Constraints(2_000_000, 1_500_000_000, 536_870_912), task.Constraints);
        Assert.Equal(
            new TrainingSettings(
                8,
                64,
                new AdamWSettings(3e-4, 0.1, 0.8, 0.99, 1e-6),
                new ScheduleSettings(ScheduleKind.Step, 0.5, 3, 0.2, 0),
                LossKind.BinaryCrossEntropy,
                0,
                5,
                Precision.BFloat16,
                new AugmentationSettings(4, true, false)),
            task.Training);
        Assert.Equal(new Budget(40, TimeSpan.FromMinutes(90), 0.95), task.Budget);
        Assert.Equal(new FinalSettings(3, 20), task.Final);
    }

    [Fact]
    public void ReadText_ManyMistakes_ReportsAllAtOnceWithPlaceAndRemedy()
    {
        var reading = KnownComponents.Read("""
            dataset: mnits
            serch:
              space: chain
            training:
              epoch: 5
              batch_size: 0
              optimizer: adm
            budget:
              time: soon
            """);

        Assert.Null(reading.Task);
        Assert.Equal(
            [
                "demo.yaml:1:10: There is no data set 'mnits'. Did you mean 'mnist'?",
                "demo.yaml:2:1: Unknown key 'serch'. Did you mean 'search'?",
                "demo.yaml:5:3: Unknown key 'epoch' in 'training'. Did you mean 'epochs'?",
                "demo.yaml:6:15: 'batch_size' cannot be '0'. Write a whole number, 1 to 65,536.",
                "demo.yaml:7:14: 'name' cannot be 'adm'. Did you mean 'adam'?",
                "demo.yaml:9:9: 'time' cannot be 'soon'. Write a duration from 1s to 365d, as 90s, 30m or 1h30m.",
            ],
            reading.Problems.Select(problem => problem.Describe("demo.yaml")));
    }

    [Theory]
    [InlineData("dataset: { name: mnist, classes: ['0', '11'] }", "The data set 'mnist' has no class '11'.")]
    [InlineData("dataset: { name: mnist, classes: ['0'] }", "'classes' cannot be a list.")]
    [InlineData("dataset: { name: mnist, classes: ['0', '0'] }", "'classes' cannot be a list.")]
    [InlineData("dataset: { name: mnist, validation: 0.000001 }", "Of 60000 training samples, these shares leave none to train on or none to validate on.")]
    [InlineData("dataset: { validation: 0.1 }", "The key 'name' is missing in 'dataset'.")]
    [InlineData("seed: 1", "The key 'dataset' is missing.")]
    [InlineData("", "The file cannot be empty.")]
    [InlineData("dataset: mnist\ntraining: { loss: bce }", "The loss 'bce' needs exactly two classes, and there are 10.")]
    [InlineData("dataset: mnist\ntraining: { optimizer: { momentum: 0, nesterov: true } }", "'nesterov' needs momentum, and it is 0.")]
    [InlineData("dataset: mnist\ntraining: { optimizer: { name: adam, momentum: 0.9 } }", "'momentum' belongs to sgd, and this optimizer is adam.")]
    [InlineData("dataset: mnist\ntraining: { optimizer: { name: adam, betas: [0.9, 1] } }", "'betas' cannot be a list.")]
    [InlineData("dataset: mnist\ntraining: { schedule: step }", "The schedule 'step' needs 'step_epochs'.")]
    [InlineData("dataset: mnist\ntraining: { schedule: { final: 0.1, name: constant } }", "'final' belongs to cosine, and this schedule is constant.")]
    [InlineData("dataset: mnist\ntraining: { schedule: { warmup_epochs: 6 } }", "The warm-up is longer than the training of 5 epochs.")]
    [InlineData("dataset: mnist\ntraining: { augmentation: { crop: 28 } }", "A crop by 28 pixels is too much for samples with a side of 28.")]
    [InlineData("dataset: mnist\nfinal: { finalists: 21 }", "21 finalists cannot come out of 20 trials.")]
    [InlineData("dataset: mnist\nsearch: { strategy: evolutoin }", "There is no search strategy 'evolutoin'.")]
    [InlineData("dataset: mnist\nsearch: { strategy: { name: evolution, populaton: 3 } }", "Unknown key 'populaton' in 'strategy: evolution'.")]
    [InlineData("dataset: mnist\nsearch: { strategy: { name: evolution, population: 1 } }", "'population' cannot be '1'.")]
    [InlineData("dataset: mnist\nsearch: { strategy: { name: evolution, mutation: .nan } }", "'mutation' cannot be '.nan'.")]
    [InlineData("dataset: mnist\nsearch: { strategy: [evolution] }", "'strategy' cannot be a list.")]
    [InlineData("dataset: mnist\nsearch: chain", "'search' cannot be 'chain'.")]
    [InlineData("dataset: mnist\nengine: torch", "There is no training engine 'torch'.")]
    [InlineData("dataset: mnist\nname: My Task", "'name' cannot be 'My Task'.")]
    [InlineData("dataset: mnist\nseed: 2147483648", "'seed' cannot be '2147483648'.")]
    [InlineData("dataset: mnist\ntraining: { epochs: '5' }", "'epochs' cannot be '5'.")]
    [InlineData("dataset: mnist\ntraining: { augmentation: { flip: yes } }", "'flip' cannot be 'yes'.")]
    [InlineData("dataset: mnist\nconstraints: { max_parameters: 2MB }", "'max_parameters' cannot be '2MB'.")]
    [InlineData("dataset: mnist\nconstraints: { max_memory: 1 }", "'max_memory' cannot be '1'.")]
    public void ReadText_OneMistake_ReportsIt(string yaml, string message)
    {
        var reading = KnownComponents.Read(yaml);

        Assert.Null(reading.Task);
        Assert.Equal(message, Assert.Single(reading.Problems).Message);
    }

    [Theory]
    [InlineData("max_parameters: 200k", 200_000)]
    [InlineData("max_parameters: 1e6", 1_000_000)]
    [InlineData("max_parameters: 12345", 12_345)]
    [InlineData("max_parameters: 0.5 M", 500_000)]
    public void ReadText_Count_TakesSuffixes(string line, long expected) =>
        Assert.Equal(expected, KnownComponents.Read($"dataset: mnist\nconstraints:\n  {line}\n").Task!.Constraints.MaximumParameters);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("1h30m", 5400)]
    [InlineData("1d 2h", 93600)]
    public void ReadText_Duration_TakesItsForms(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), KnownComponents.Read($"dataset: mnist\nbudget: {{ time: {text} }}\n").Task!.Budget.Time);

    [Fact]
    public void ReadText_ComponentRefusesItsOptions_SaysWhereAndWhatIsThere()
    {
        var reading = KnownComponents.Read("""
            dataset: mnist
            search:
              strategy: { name: evolution, note: like nothing }
            """);

        Assert.Equal(
            "demo.yaml:3:38: 'note' names 'nothing'. There are: evolution, few-shot, random.",
            Assert.Single(reading.Problems).Describe("demo.yaml"));
    }

    [Fact]
    public void ReadText_UnknownDefaultComponent_SaysThatNoneIsThere()
    {
        var empty = KnownComponents.Catalogue with { Engines = new("training engine"), Tables = new("training table") };
        var reading = new TaskReader(empty, KnownComponents.Datasets, KnownComponents.AnyModel)
            .ReadText("dataset: mnist", "a.yaml");

        Assert.Equal("a.yaml:1:1: There is no training engine 'libtorch'. None is known here.", Assert.Single(reading.Problems).Describe("a.yaml"));
    }

    [Fact]
    public void ReadFile_LinkOrLatin1OrLarge_IsRefusedWithTheReason()
    {
        using var folder = new TemporaryFolder();
        var reader = KnownComponents.Reader;
        File.WriteAllText(folder.Combine("good.yaml"), "\ufeffdataset: mnist");
        File.CreateSymbolicLink(folder.Combine("link.yaml"), folder.Combine("good.yaml"));
        File.WriteAllBytes(folder.Combine("latin1.yaml"), [.. "dataset: mnist\nrequest: "u8, 0xe4, 0x0a]);
        File.WriteAllText(folder.Combine("large.yaml"), "request: " + new string('x', 256 * 1024));

        Assert.NotNull(reader.ReadFile(folder.Combine("good.yaml")).Task);
        Assert.Equal("The file is not read: it is a symbolic link.", Assert.Single(reader.ReadFile(folder.Combine("link.yaml")).Problems).Message);
        Assert.Equal((2, 10, "The file is not UTF-8 text."), Assert.Single(reader.ReadFile(folder.Combine("latin1.yaml")).Problems) is var bad ? (bad.Line, bad.Column, bad.Message) : default);
        Assert.Equal("The file is not read: it is larger than 256 KiB.", Assert.Single(reader.ReadFile(folder.Combine("large.yaml")).Problems).Message);
    }

    [Theory]
    [InlineData("search: { strategy: few-shot }", null)]
    [InlineData("model: small\nsearch: { strategy: few-shot }", "small")]
    [InlineData("search: { strategy: evolution }", null)]
    public void ReadText_ModelThatIsThere_IsTaken(string yaml, string? model) =>
        Assert.Equal(model, KnownComponents.Read("dataset: mnist\n" + yaml).Task!.Model);

    [Fact]
    public void ReadText_ModelThatIsNotThere_IsRefusedWithTheNearest()
    {
        var problem = Assert.Single(KnownComponents.Read("dataset: mnist\nmodel: smal\n").Problems);

        Assert.Equal((2, 8, "There is no language model 'smal'.", "Did you mean 'small'?"), (problem.Line, problem.Column, problem.Message, problem.Remedy));
    }

    [Fact]
    public void ReadText_StrategyNeedsAModelAndThereIsNone_IsRefusedWithTheRemedy()
    {
        using var home = new TemporaryFolder();
        var none = new LanguageModelCatalogue(
            LanguageModelSettings.None, null, new ModelFolder(home.Path), KnownComponents.Catalogue.LanguageModels, _ => throw new NotSupportedException(), null!);

        var problem = Assert.Single(new TaskReader(KnownComponents.Catalogue, KnownComponents.Datasets, none.Find)
            .ReadText("dataset: mnist\nsearch: { strategy: few-shot }", "a.yaml").Problems);

        Assert.Equal("There is no language model here. The strategy 'few-shot' needs one.", problem.Message);
        Assert.Contains("nasdaemon model get", problem.Remedy, StringComparison.Ordinal);
    }
}
