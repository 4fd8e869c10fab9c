using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The methods of <c>nn.ModuleDict</c>.</summary>
internal static class ModuleDictionaryMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            new FunctionOwner("ModuleDict", IsPython: true),
            ("__init__", "modules?", Initialise),
            ("update", "modules", call => Update(call, call[1]) ? NoneValue.Instance : null),
            ("__getitem__", "key", Read),
            ("__setitem__", "key module", call => Write(call, call[1], call[2]) ? NoneValue.Instance : null),
            ("__delitem__", "key", call => Remove(call) is null ? null : NoneValue.Instance),
            ("pop", "key", Remove),
            ("clear", "", Clear),
            ("keys", "", Keys),
            ("values", "", ContainerTools.Iterate),
            ("items", "", Items),
            ("__contains__", "key", call => BoolValue.Of(call[1] is TextValue key && Children(call).ContainsKey(key.Value))),
            ("__len__", "", ContainerTools.Count),
            ("__iter__", "", Keys));

    private static NameTable Children(BuiltinCall call) => ((ModuleInstance)call[0]).Children;

    private static Value? Initialise(BuiltinCall call)
    {
        if (call[0] is not ModuleInstance container)
        {
            return call.Raise("TypeError", "ModuleDict.__init__() takes a module");
        }

        container.IsReady = true;
        return call.Optional(1) is not { } modules || Update(call, modules) ? NoneValue.Instance : null;
    }

    private static bool Update(BuiltinCall call, Value modules)
    {
        if (modules is DictionaryValue dictionary)
        {
            return dictionary.Entries.ToArray().All(entry => Write(call, entry.Key, entry.Value));
        }

        if (modules is ModuleInstance other)
        {
            return other.Children.ToArray().All(entry => Write(call, new TextValue(entry.Key), entry.Value));
        }

        return call.Interpreter.Iteration.Items(modules) is { } items && items.All(item => WritePair(call, item));
    }

    private static bool WritePair(BuiltinCall call, Value item)
    {
        if (Sequences.Items(item) is [var key, var module])
        {
            return Write(call, key, module);
        }

        call.Raise("TypeError", "ModuleDict update sequence element should be a pair");
        return false;
    }

    private static bool Write(BuiltinCall call, Value key, Value module)
    {
        if (key is TextValue name)
        {
            return ContainerTools.AddNamed(call, (ModuleInstance)call[0], name.Value, module);
        }

        call.Raise("TypeError", $"module name should be a string. Got {key.TypeName}");
        return false;
    }

    private static Value? Read(BuiltinCall call) =>
        call[1] is TextValue key && Children(call).TryGetValue(key.Value, out var module) ? module : call.Interpreter.Items.RaiseKey(call[1]);

    private static Value? Remove(BuiltinCall call) =>
        call[1] is TextValue key && Children(call).Remove(key.Value, out var module) ? module : call.Interpreter.Items.RaiseKey(call[1]);

    private static NoneValue Clear(BuiltinCall call)
    {
        Children(call).Clear();
        return NoneValue.Instance;
    }

    private static ItemIterator Keys(BuiltinCall call) => new("iterator", [.. Children(call).Keys.Select(key => new TextValue(key))]);

    private static ItemIterator Items(BuiltinCall call) =>
        new("iterator", [.. Children(call).Select(entry => new TupleValue([new TextValue(entry.Key), entry.Value]))]);
}
