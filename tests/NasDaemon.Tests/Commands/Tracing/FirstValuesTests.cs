using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

/// <summary>What the engine computes when it makes a network: tables, scaled weights, and the two modes of sources that ask for them.</summary>
public sealed class FirstValuesTests
{
    private static readonly string[] Sources =
    [
        "Emit/Networks/tables.py", "Networks/multi_head_by_hand.py", "Networks/parameters_by_hand.py", "Networks/initialised_weights.py",
        "Networks/capsules.py", "Networks/drop_path_rates.py", "Networks/training_modes.py", "Networks/weight_norms.py",
        "Networks/spectral_norms.py",
    ];

    [Fact]
    public async Task Export_NetworksThatComputeTheirFirstValues_StartAndRunAsTheirClassesInBothModes()
    {
        using var folder = new TemporaryFolder();
        var paths = Sources.Select(source => Path.Combine(Build.Root, "tests", "NasDaemon.Architectures.Tests", source)).ToList();

        var run = await ProcessRun.NasDaemonAsync(folder.Path, ["trace", "--input", "3x32x32", .. paths, "--export", "models"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        var script = Path.Combine(AppContext.BaseDirectory, "Commands", "Tracing", "judge_first_values.py");
        var pairs = paths.Select(path => $"{path}={folder.Combine("models", Path.ChangeExtension(Path.GetFileName(path), "pt"))}");
        var differences = await PythonTorch.RunAsync(script, [.. pairs]);
        Assert.True(differences.Length == 0, differences);
    }
}
