using System.Text.Json;
using NasDaemon.Testing;

namespace NasDaemon.Reports.TensorBoard.Tests;

/// <summary>What an independent reader finds in an event file.</summary>
internal sealed record ReadEvents(
    string Version,
    double Start,
    Dictionary<string, double[][]> Scalars,
    double[] Times,
    Dictionary<string, JsonElement> Hparams,
    int? Status,
    double? End)
{
    public static async Task<ReadEvents> OfAsync(string file) =>
        JsonSerializer.Deserialize<ReadEvents>(
            await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "read_events.py"), file),
            JsonSerializerOptions.Web)!;
}
