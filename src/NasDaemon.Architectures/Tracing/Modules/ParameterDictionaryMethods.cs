using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The methods of <c>nn.ParameterDict</c>.</summary>
internal static class ParameterDictionaryMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            ("__init__", "parameters?", Initialise),
            ("update", "parameters", call => Update(call, call[1]) ? NoneValue.Instance : null),
            ("__getitem__", "key", call => Key(call) is { } key && Entries(call).TryGetValue(key, out var value) ? value : call.Interpreter.Items.RaiseKey(call[1])),
            ("__setitem__", "key parameter", call => Key(call) is { } key && Add(call, key, call[2]) ? NoneValue.Instance : null),
            ("__delitem__", "key", call => Key(call) is { } key && Entries(call).Remove(key) ? NoneValue.Instance : call.Interpreter.Items.RaiseKey(call[1])),
            ("pop", "key", call => Key(call) is { } key && Entries(call).Remove(key, out var value) ? value : call.Interpreter.Items.RaiseKey(call[1])),
            ("get", "key default?", call => Key(call) is { } key && Entries(call).TryGetValue(key, out var value) ? value : call.Values[2] ?? NoneValue.Instance),
            ("keys", "", call => new ItemIterator("iterator", Names(call))),
            ("values", "", call => new ItemIterator("iterator", [.. Entries(call).Values])),
            ("items", "", call => new ItemIterator("iterator", [.. Entries(call).Select(entry => new TupleValue([new TextValue(entry.Key), entry.Value]))])),
            ("__contains__", "key", call => BoolValue.Of(Key(call) is { } key && Entries(call).ContainsKey(key))),
            ("__len__", "", call => new IntegerValue(Entries(call).Count)),
            ("__iter__", "", call => new ItemIterator("iterator", Names(call))));

    private static NameTable Entries(BuiltinCall call) => ((ModuleInstance)call[0]).Parameters;

    private static List<Value> Names(BuiltinCall call) => [.. Entries(call).Keys.Select(key => new TextValue(key))];

    private static string? Key(BuiltinCall call) => (call[1] as TextValue)?.Value;

    private static Value? Initialise(BuiltinCall call)
    {
        if (call[0] is not ModuleInstance container)
        {
            return call.Raise("TypeError", "ParameterDict.__init__() takes a module");
        }

        container.IsReady = true;
        return call.Optional(1) is not { } parameters || Update(call, parameters) ? NoneValue.Instance : null;
    }

    private static bool Update(BuiltinCall call, Value parameters)
    {
        if (parameters is DictionaryValue dictionary)
        {
            return dictionary.Entries.ToArray().All(entry => entry.Key is TextValue key && Add(call, key.Value, entry.Value));
        }

        return call.Interpreter.Iteration.Items(parameters) is { } items
            && items.All(item => Sequences.Items(item) is [TextValue key, var value] && Add(call, key.Value, value));
    }

    private static bool Add(BuiltinCall call, string key, Value value)
    {
        if (value is not TensorValue tensor)
        {
            call.Raise("TypeError", $"cannot assign '{ModuleAttributes.TypeName(value)}' as parameter '{key}'");
            return false;
        }

        if (StateTensors.From(call.Interpreter, tensor, isParameter: true, isTrainable: (tensor as StateTensor)?.IsTrainable ?? true) is not { } parameter)
        {
            return false;
        }

        ((ModuleInstance)call[0]).RegisterParameter(key, parameter);
        return call.Interpreter.State.ChargeCollection(Entries(call).Count);
    }
}
