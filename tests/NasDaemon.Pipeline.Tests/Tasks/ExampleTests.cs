using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Datasets.Vision;
using NasDaemon.Engines.Table;
using NasDaemon.Estimation.Asha;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Tests.Plugins;
using NasDaemon.Search.Bayesian;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Prompting;
using NasDaemon.Search.Spaces;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Tasks;

/// <summary>Reads every example with the components and data sets that the daemon brings.</summary>
public sealed class ExampleTests
{
    private static readonly TaskReader Reader = MakeReader();

    public static TheoryData<string> Examples => [.. Directory.GetFiles(Repository.Combine("config", "examples"), "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void ReadFile_Example_IsATaskOrAnExperiment(string name)
    {
        var reading = Reader.ReadFile(Repository.Combine("config", "examples", name));

        Assert.Empty(reading.Problems);
        Assert.Equal(Path.GetFileNameWithoutExtension(name), reading.Experiment?.Name ?? reading.Task!.Name);
        Assert.StartsWith("# yaml-language-server: $schema=../task.schema.json\n", reading.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFile_Quickstart_HoldsFiveThousandImagesBack()
    {
        var task = Reader.ReadFile(Repository.Combine("config", "examples", "mnist-quickstart.yaml")).Task!;

        Assert.Equal(5000, Math.Round(60_000 * task.Dataset.ValidationShare, 9));
        Assert.True(task.Budget.Trials >= 8);
    }

    [Fact]
    public void ReadFile_RequestForDetection_IsRefusedWithTheReason()
    {
        var reading = Reader.ReadFile(Repository.Combine("config", "examples", "refused", "request-6-detection.yaml"));

        Assert.Contains("object detection does not exist yet", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFile_FilterInWords_IsTheFilterOfTheTask()
    {
        var task = Reader.ReadFile(Repository.Combine("config", "examples", "request-4-filter-in-words.yaml")).Task!;

        Assert.Equal(["frog", "dog"], task.Dataset.Classes.AsEnumerable());
    }

    private static TaskReader MakeReader()
    {
        var catalogue = RealPlugins.Register(new SpacesPlugin(), new EvolutionPlugin(), new BayesianPlugin(), new PromptingPlugin(), new EstimationPlugin(), new VisionPlugin(), new TablePlugin()) with
        {
            Engines = KnownComponents.Catalogue.Engines,
        };
        var context = new ComponentContext(
            OptionValues.None,
            new DaemonFolders("inbox", "outbox", "state", "data", "models"),
            TimeProvider.System,
            NullLoggerFactory.Instance);
        return new TaskReader(catalogue, catalogue.Datasets.SelectMany(datasets => datasets.Create(context).Datasets), KnownComponents.AnyModel);
    }
}
