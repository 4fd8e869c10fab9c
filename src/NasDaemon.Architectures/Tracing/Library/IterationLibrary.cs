using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Python's <c>itertools</c> and <c>operator</c>.</summary>
internal static class IterationLibrary
{
    private static readonly BuiltinFunction ChainFunction = new("chain", "*", call => Join(call, call.Rest));

    /// <summary><c>itertools.chain</c>, a class for the sake of <c>chain.from_iterable</c>.</summary>
    public static readonly ClassValue Chain = new("chain", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder)
    {
        Construct = (interpreter, _, arguments) => interpreter.Calls.Call(ChainFunction, arguments),
        Attributes = new Dictionary<string, Value>(StringComparer.Ordinal)
        {
            ["from_iterable"] = new BuiltinFunction("from_iterable", "iterables", call => call.Items(0) is { } parts ? Join(call, parts) : null),
        },
    };

    /// <summary>The functions.</summary>
    public static IEnumerable<BuiltinFunction> Functions =>
    [
        new("product", "* repeat?", Product),
        new("repeat", "object times", Repeat),
        new("islice", "iterable stop", call => call.Items(0) is { } items && call.Integer(1) is { } stop ? new IteratorValue("islice", [.. items.Take((int)Math.Clamp(stop, 0, int.MaxValue))]) : null),
        new("accumulate", "iterable", Accumulate),
        new("combinations", "iterable r", Combinations),
        new("pairwise", "iterable", call => call.Items(0) is { } items ? new IteratorValue("pairwise", [.. items.Zip(items.Skip(1), (left, right) => new TupleValue([left, right]))]) : null),
    ];

    /// <summary>A function of <c>operator</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The function.</returns>
    public static BuiltinFunction Operator(string name)
    {
        var binary = name switch
        {
            "add" => BinaryOperator.Add,
            "sub" => BinaryOperator.Subtract,
            "mul" => BinaryOperator.Multiply,
            "truediv" => BinaryOperator.Divide,
            _ => BinaryOperator.FloorDivide,
        };
        return new BuiltinFunction(name, "a b", call => call.Interpreter.Operators.Apply(binary, call[0], call[1]));
    }

    private static IteratorValue? Join(BuiltinCall call, IReadOnlyList<Value> parts)
    {
        var all = new List<Value>();
        foreach (var part in parts)
        {
            if (call.Interpreter.Iteration.Items(part) is not { } items || !call.Interpreter.State.ChargeCollection(all.Count + items.Count))
            {
                return null;
            }

            all.AddRange(items);
        }

        return new IteratorValue("itertools.chain", all);
    }

    private static IteratorValue? Product(BuiltinCall call)
    {
        var rows = new List<List<Value>> { new() };
        var turns = call.Optional(0) is IntegerValue { Traced: >= 0 and <= 64 } repeat ? repeat.Traced : 1;
        for (var turn = 0; turn < turns; turn++)
        {
            foreach (var argument in call.Rest)
            {
                if (call.Interpreter.Iteration.Items(argument) is not { } items || !call.Interpreter.State.ChargeCollection((long)rows.Count * items.Count))
                {
                    return null;
                }

                rows = rows.SelectMany(row => items.Select(item => new List<Value>(row) { item })).ToList();
            }
        }

        return new IteratorValue("itertools.product", rows.ConvertAll(row => (Value)new TupleValue(row)));
    }

    private static IteratorValue? Repeat(BuiltinCall call) =>
        call.Integer(1) is { } times && call.Interpreter.State.ChargeCollection(Math.Max(0, times))
            ? new IteratorValue("itertools.repeat", [.. Enumerable.Repeat(call[0], (int)Math.Max(0, times))])
            : null;

    private static IteratorValue? Accumulate(BuiltinCall call)
    {
        if (call.Items(0) is not { } items)
        {
            return null;
        }

        var sums = new List<Value>();
        foreach (var item in items)
        {
            var next = sums.Count == 0 ? item : call.Interpreter.Operators.Apply(BinaryOperator.Add, sums[^1], item);
            if (next is null)
            {
                return null;
            }

            sums.Add(next);
        }

        return new IteratorValue("itertools.accumulate", sums);
    }

    private static IteratorValue? Combinations(BuiltinCall call)
    {
        if (call.Items(0) is not { } items || call.Integer(1) is not { } size)
        {
            return null;
        }

        var rows = new List<List<Value>> { new() };
        foreach (var item in items)
        {
            var longer = rows.Where(row => row.Count < size).Select(row => new List<Value>(row) { item }).ToList();
            rows.AddRange(longer);
            if (!call.Interpreter.State.ChargeCollection(rows.Count))
            {
                return null;
            }
        }

        return new IteratorValue("itertools.combinations", [.. rows.Where(row => row.Count == size).Select(row => new TupleValue(row))]);
    }
}
