using System.Globalization;
using NasDaemon.Testing;

namespace NasDaemon.Tests.Commands.Tracing;

/// <summary>What PyTorch says of exported models.</summary>
/// <param name="Output">The largest difference of the outputs, relative to the largest value.</param>
/// <param name="Gradient">The largest difference of the gradients, relative to the largest gradient.</param>
/// <param name="Parameters">The parameters of the source's class.</param>
internal sealed record ExportJudge(double Output, double Gradient, long Parameters)
{
    /// <summary>Loads models into the classes that they were made from, strictly, and compares.</summary>
    public static async Task<IReadOnlyList<ExportJudge>> JudgeAsync(string shape, IEnumerable<(string Source, string Model)> pairs)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Commands", "Tracing", "judge_exports.py");
        var judged = await PythonTorch.RunAsync(script, [shape, .. pairs.Select(pair => $"{pair.Source}={pair.Model}")]);
        return [.. judged.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static ExportJudge Parse(string line) => line.Split(' ') is [var output, var gradient, var parameters]
        ? new(Number(output), Number(gradient), long.Parse(parameters, CultureInfo.InvariantCulture))
        : throw new FormatException(line);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
