using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Benchmarks.Training;

/// <summary>A network to be trained by both sides.</summary>
/// <param name="Name">The name of its file below <c>Training/networks</c>.</param>
/// <param name="BatchSize">Samples a step.</param>
/// <param name="Optimizer">Its optimizer, as both sides have it.</param>
internal sealed record Subject(string Name, int BatchSize, OptimizerSettings Optimizer)
{
    /// <summary>The four networks.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        new("plain", 64, Sgd),
        new("residual", 64, Sgd),
        new("depthwise", 64, Sgd),
        new("attention", 64, new AdamWSettings(1e-3, 0.01, 0.9, 0.999, 1e-8)),
    ];

    /// <summary>Where its source is.</summary>
    public string File => Path.Combine(AppContext.BaseDirectory, "Training", "networks", $"{Name}.py");

    private static SgdSettings Sgd => new(0.01, 5e-4, 0.9, Nesterov: false);
}
