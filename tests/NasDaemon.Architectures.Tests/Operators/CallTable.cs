using System.Text.Json;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tests.Operators;

/// <summary>A table of calls that both the catalogue and PyTorch run.</summary>
internal static class CallTable
{
    private static readonly Dictionary<char, ElementType> Letters = new()
    {
        ['T'] = ElementType.Float32,
        ['B'] = ElementType.Bool,
        ['I'] = ElementType.Int64,
        ['J'] = ElementType.Int32,
        ['U'] = ElementType.UInt8,
        ['D'] = ElementType.Float64,
        ['H'] = ElementType.Float16,
        ['C'] = ElementType.Complex64,
    };

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Operators", name);

    public static JsonNode Run(string line)
    {
        var (_, result) = Call(line);
        return result.Error is { } error
            ? new JsonObject { ["error"] = error.ExceptionType, ["message"] = error.Message }
            : new JsonObject { ["result"] = Encode(result.Value!) };
    }

    public static (GraphBuilder Graph, CallResult Result) Call(string line)
    {
        var row = JsonNode.Parse(line)!.AsArray();
        var path = row[0]!.GetValue<string>();
        var scope = new TraceScope(new GraphBuilder(new GraphLimits(1000, 1L << 40))) { InForward = true };
        var arguments = row[1]!.AsArray().Select(argument => Decode(scope, argument)).ToArray();
        var keywords = row.Count > 2
            ? row[2]!.AsObject().Select(pair => new KeywordArgument(pair.Key, Decode(scope, pair.Value))).ToArray()
            : [];
        scope.InForward = !path.Contains(".init.", StringComparison.Ordinal);
        var isKnown = path.StartsWith('.')
            ? OperatorCatalogue.Default.TryFindMethod(path[1..], out var function)
            : OperatorCatalogue.Default.TryFindFunction(path, out function);
        Assert.True(isKnown, $"The catalogue lacks {path}.");
        return (scope.Graph, function!.Call(scope, new CallArguments([.. arguments], [.. keywords])));
    }

    public static Value Decode(TraceScope scope, JsonNode? node) => node switch
    {
        null => NoneValue.Instance,
        JsonArray list => new ListValue([.. list.Select(item => Decode(scope, item))]),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => BoolValue.True,
            JsonValueKind.False => BoolValue.False,
            JsonValueKind.Number => node.ToJsonString().Contains('.', StringComparison.Ordinal)
                ? new FloatValue(node.GetValue<double>())
                : new IntegerValue(node.GetValue<long>()),
            _ => DecodeText(scope, node.GetValue<string>()),
        },
    };

    public static JsonNode? Encode(Value value) => value switch
    {
        TensorValue tensor => new JsonObject
        {
            ["shape"] = new JsonArray([.. tensor.Type.At(TraceBatch.Size).Select(size => (JsonNode)size)]),
            ["type"] = ElementTypes.Name(tensor.Type.Element),
            ["contiguous"] = tensor.Strides.IsDefault,
        },
        TupleValue tuple => new JsonArray([.. tuple.Items.Select(Encode)]),
        IntegerValue integer => integer.Traced,
        FloatValue number => number.Value,
        BoolValue truth => truth.Value,
        _ => value.TypeName,
    };

    private static Value DecodeText(TraceScope scope, string text)
    {
        if (text.StartsWith("torch.", StringComparison.Ordinal) && ElementTypes.Find(text) is { } named)
        {
            return ElementTypeValue.Of(named);
        }

        if (text is not [var letter, .. var sizes] || !Letters.TryGetValue(letter, out var element) || !sizes.All(character => char.IsAsciiDigit(character) || character == ','))
        {
            return new TextValue(text);
        }

        var type = new TensorType([.. sizes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(size => (Dimension)long.Parse(size, null))], element);
        return new TensorValue(type, scope.Graph.AddInput(type));
    }
}
