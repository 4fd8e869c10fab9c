using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Testing.Reports;

/// <summary>A task with something in every field.</summary>
public static class SampleTask
{
    public static SearchTask Create() => new(
        "digits",
        "A small network for digits",
        new DatasetSelection("mnist", [], 0.1, 1),
        new ComponentSelection("chain", OptionValues.None),
        new ComponentSelection("evolution", new OptionValues(ImmutableSortedDictionary<string, JsonValue>.Empty.Add("population", JsonValue.Create(8)))),
        new ComponentSelection("asha", OptionValues.None),
        new ComponentSelection("libtorch", OptionValues.None),
        new Constraints(200_000, null, 2_000_000_000),
        new TrainingSettings(
            3,
            128,
            new SgdSettings(0.05, 0.0005, 0.9, true),
            new ScheduleSettings(ScheduleKind.Cosine, 0.5, 1, 0.1, 0),
            LossKind.CrossEntropy,
            0.1,
            5,
            Precision.Float32,
            new AugmentationSettings(2, false, true)),
        new Budget(4, TimeSpan.FromMinutes(90.5), 0.995),
        new FinalSettings(2, 3),
        7);
}
