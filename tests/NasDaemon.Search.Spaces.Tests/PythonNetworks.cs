using System.Collections.Immutable;
using System.Text.Json;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Testing;

namespace NasDaemon.Search.Spaces.Tests;

/// <summary>Has PyTorch build and run written networks, many in one process.</summary>
internal static class PythonNetworks
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<PythonVerdict>> JudgeAsync(IEnumerable<WrittenNetwork> networks)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("networks.jsonl");
        await File.WriteAllLinesAsync(file, networks.Select(network => JsonSerializer.Serialize(network, Json)));
        var script = Path.Combine(AppContext.BaseDirectory, "check_networks.py");
        var output = await PythonTorch.RunAsync(script, file);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<PythonVerdict>(line, Json)!)];
    }
}

/// <summary>
/// Networks of every space, judged in one process when the first of them is asked for: PyTorch starts more slowly than it judges.
/// </summary>
/// <param name="networks">The networks of a space.</param>
internal sealed class JudgedSpaces(Func<string, IEnumerable<WrittenNetwork>> networks)
{
    private readonly Lazy<Task<ILookup<string, JudgedNetwork>>> _judged = new(() => JudgeAsync(networks));

    public async Task<IReadOnlyList<JudgedNetwork>> OfAsync(string space) => [.. (await _judged.Value)[space]];

    private static async Task<ILookup<string, JudgedNetwork>> JudgeAsync(Func<string, IEnumerable<WrittenNetwork>> networks)
    {
        var written = SpaceCatalogue.Names.SelectMany(space => networks(space).Select(network => (Space: space, Network: network))).ToList();
        var verdicts = await PythonNetworks.JudgeAsync(written.Select(pair => pair.Network));
        Assert.Equal(written.Count, verdicts.Count);
        return written.Zip(verdicts).ToLookup(pair => pair.First.Space, pair => new JudgedNetwork(pair.First.Network, pair.Second));
    }
}

/// <summary>A network and what PyTorch says of it.</summary>
internal sealed record JudgedNetwork(WrittenNetwork Network, PythonVerdict Verdict);

/// <summary>A network to judge.</summary>
internal sealed record WrittenNetwork(string Source, ImmutableArray<int> Input, int Outputs, ImmutableArray<int>? Weights = null)
{
    public static WrittenNetwork Of(SampledNetwork network, NetworkShape shape) => new(network.Source, shape.Input, shape.Outputs);
}

/// <summary>What PyTorch says of it.</summary>
internal sealed record PythonVerdict(
    long Parameters, IReadOnlyDictionary<string, int[]>? State, int[] Output, string? Error);
