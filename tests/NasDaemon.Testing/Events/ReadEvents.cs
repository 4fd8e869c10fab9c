using System.Text.Json;

namespace NasDaemon.Testing.Events;

/// <summary>What an independent reader finds in an event file.</summary>
public sealed record ReadEvents(
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
            await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "Events", "read_events.py"), file),
            JsonSerializerOptions.Web)!;
}
