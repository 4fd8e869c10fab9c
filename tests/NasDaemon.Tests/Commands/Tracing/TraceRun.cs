using System.Text.Json;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

/// <summary>What <c>nasdaemon trace --json</c> gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Objects">Its lines.</param>
internal sealed record TraceRun(int ExitCode, IReadOnlyList<JsonElement> Objects)
{
    /// <summary>A network that fits 3×32×32 where its one gap is filled with 3072.</summary>
    public const string Network = """
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(FEATURES, 10)

            def forward(self, x):
                return self.fc(x.flatten(1))
        """;

    /// <summary>A network with a number of input features.</summary>
    public static string Source(int features) => Network.Replace("FEATURES", $"{features}", StringComparison.Ordinal);

    /// <summary>Traces and reads the JSON.</summary>
    public static async Task<TraceRun> RunAsync(string folder, params string[] arguments)
    {
        var run = await ProcessRun.NasDaemonAsync(folder, ["trace", "--json", .. arguments]);
        Assert.Equal(string.Empty, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new TraceRun(run.ExitCode, [.. lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);
    }

    /// <summary>A text field of every object.</summary>
    public IEnumerable<string?> Texts(string name) => Objects.Select(value => value.GetProperty(name).ToString());
}
