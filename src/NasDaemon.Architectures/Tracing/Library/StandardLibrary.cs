using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>The parts of <c>collections</c>, <c>functools</c>, <c>itertools</c>, <c>copy</c> and their like that networks use.</summary>
internal static class StandardLibrary
{
    /// <summary>Adds them to the library.</summary>
    /// <param name="known">Takes values by their full path.</param>
    public static void Add(Dictionary<string, Value> known)
    {
        known["collections.OrderedDict"] = CoreTypes.OrderedDictionary;
        known["typing.OrderedDict"] = CoreTypes.OrderedDictionary;
        known["abc.ABC"] = CoreTypes.Object;
        known["typing.TYPE_CHECKING"] = BoolValue.False;
        AddFunction(known, "collections.defaultdict", "default_factory? mapping? **", MakeDefault);
        AddFunction(known, "functools.partial", "func * **", call => new PartialValue(call[0], new CallArguments(call.Rest, call.Keywords)));
        AddFunction(known, "functools.reduce", "function iterable initial?", Reduce);
        AddFunction(known, "functools.wraps", "wrapped **", _ => Unchanged("wraps"));
        AddFunction(known, "functools.lru_cache", "maxsize? typed?", call => call.Values[0] is FunctionValue function ? function : Unchanged("lru_cache"));
        AddFunction(known, "functools.cache", "function", call => call[0]);
        AddFunction(known, "abc.abstractmethod", "function", call => call[0]);
        AddFunction(known, "typing.overload", "function", call => call[0]);
        AddFunction(known, "typing.final", "function", call => call[0]);
        AddFunction(known, "typing.cast", "typ val", call => call[1]);
        AddFunction(known, "warnings.warn", "message * **", _ => NoneValue.Instance);
        AddFunction(known, "warnings.filterwarnings", "* **", _ => NoneValue.Instance);
        AddFunction(known, "copy.deepcopy", "x memo?", call => new DeepCopier(call.Interpreter).Copy(call[0]));
        AddFunction(known, "copy.copy", "x", call => new DeepCopier(call.Interpreter).CopyOuter(call[0]));
        AddFunction(known, "dataclasses.dataclass", "cls? **", call => call.Optional(0) is { } type ? DataClasses.Complete(call, type) : DataClasses.Decorator);
        AddFunction(known, "dataclasses.field", "** ", DataClasses.Field);
        known["itertools.chain"] = IterationLibrary.Chain;
        foreach (var function in IterationLibrary.Functions)
        {
            known[$"itertools.{function.Name}"] = function;
        }

        foreach (var name in new[] { "add", "sub", "mul", "truediv", "floordiv" })
        {
            known[$"operator.{name}"] = IterationLibrary.Operator(name);
        }
    }

    private static void AddFunction(Dictionary<string, Value> known, string path, string parameters, BuiltinBody body) =>
        known[path] = new BuiltinFunction(path[(path.LastIndexOf('.') + 1)..], parameters, body);

    private static BuiltinFunction Unchanged(string name) => new(name, "function", call => call[0]);

    private static Value? MakeDefault(BuiltinCall call)
    {
        var made = new DictionaryValue { DefaultFactory = call.Optional(0) };
        return DictionaryMethods.Fill(call, made, call.Optional(1), call.Keywords) ? made : null;
    }

    private static Value? Reduce(BuiltinCall call)
    {
        if (call.Items(1) is not { } items)
        {
            return null;
        }

        var total = call.Values[2];
        foreach (var item in items)
        {
            var next = total is null ? item : call.Interpreter.Calls.Call(call[0], CallArguments.Of(total, item));
            if (next is null)
            {
                return null;
            }

            total = next;
        }

        return total ?? call.Raise("TypeError", "reduce() of empty iterable with no initial value");
    }
}
