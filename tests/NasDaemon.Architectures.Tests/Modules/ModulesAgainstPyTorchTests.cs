using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Emit;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tests.Operators;
using NasDaemon.Architectures.Values;
using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Modules;

public sealed class ModulesAgainstPyTorchTests
{
    [Fact]
    public async Task Module_EveryRowOfTheTable_HasPyTorchsStateOutputsGradientsAndErrors()
    {
        using var folder = new TemporaryFolder();
        var rows = await File.ReadAllLinesAsync(System.IO.Path.Combine(AppContext.BaseDirectory, "Modules", "modules.jsonl"));
        var runs = rows.Select(Run).ToList();
        await File.WriteAllLinesAsync(
            folder.Combine("modules"),
            rows.Zip(runs, (row, run) => new JsonObject { ["row"] = row, ["source"] = run.Source }.ToJsonString()));
        var script = System.IO.Path.Combine(AppContext.BaseDirectory, "Modules", "judge_modules.py");
        var judged = (await PythonTorch.RunAsync(script, folder.Combine("modules"))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Length, judged.Length);
        var different = rows.Zip(judged, runs)
            .Where(item => !JsonNode.DeepEquals(JsonNode.Parse(item.Second), item.Third.Result))
            .Select(item => $"{item.First}\n  PyTorch: {item.Second}\n  ours:    {item.Third.Result.ToJsonString()}")
            .ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private static (JsonNode Result, string? Source) Run(string line)
    {
        var row = JsonNode.Parse(line)!.AsArray();
        Assert.True(OperatorCatalogue.Default.TryFindModule("torch.nn." + row[0]!.GetValue<string>(), out var definition), line);
        var scope = new TraceScope(new GraphBuilder(new GraphLimits(1000, 1L << 40)));
        var module = new CatalogueModule(scope, definition!);
        var keywords = row[2]!.AsObject().Select(pair => new KeywordArgument(pair.Key, CallTable.Decode(scope, pair.Value))).ToArray();
        var arguments = row[1]!.AsArray().Select(argument => CallTable.Decode(scope, argument)).ToArray();
        if (module.Construct(new CallArguments([.. arguments], [.. keywords])) is { } error)
        {
            return (Error(error), null);
        }

        var state = module.NameState();
        scope.InForward = true;
        var inputs = row[3]!.AsArray().Select(input => CallTable.Decode(scope, input)).ToArray();
        var result = module.Forward(CallArguments.Of([.. inputs]));
        if (result.Error is { } raised)
        {
            return (Error(raised), null);
        }

        var output = (TensorValue)(result.Value is TupleValue tuple ? tuple.Items[0] : result.Value!);
        var architecture = scope.Graph.Build(output.Source, output.Type, [.. state], ImmutableSortedDictionary<string, string>.Empty);
        var shapes = new JsonObject(state.Select(entry =>
            KeyValuePair.Create<string, JsonNode?>(entry.Name, new JsonArray([.. entry.Shape.Select(size => (JsonNode)size)]))));
        return (
            new JsonObject
            {
                ["shape"] = new JsonArray([.. output.Type.At(TraceBatch.Size).Select(size => (JsonNode)size)]),
                ["state"] = shapes,
                ["problems"] = new JsonArray(),
            },
            TorchScriptEmitter.Lower(architecture, new LoweringOptions(Precision.Float32)).ForwardSource);
    }

    private static JsonObject Error(OperatorError error) => new() { ["error"] = error.ExceptionType, ["message"] = error.Message };
}
