using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The methods of <c>nn.Sequential</c>.</summary>
internal static class SequentialMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            new FunctionOwner("Sequential", IsPython: true),
            ("__init__", "*", Initialise),
            ("forward", "input", Forward),
            ("append", "module", call => ContainerTools.Append(call, (ModuleInstance)call[0], call[1]) ? call[0] : null),
            ("extend", "sequential", call => ContainerTools.Extend(call, (ModuleInstance)call[0], call[1]) ? call[0] : null),
            ("insert", "index module", ContainerTools.Insert),
            ("pop", "key?", ContainerTools.Remove),
            ("__getitem__", "index", ContainerTools.Read),
            ("__setitem__", "index module", ContainerTools.Write),
            ("__delitem__", "index", call => ContainerTools.Remove(call) is null ? null : NoneValue.Instance),
            ("__len__", "", ContainerTools.Count),
            ("__iter__", "", ContainerTools.Iterate));

    private static Value? Initialise(BuiltinCall call)
    {
        if (call[0] is not ModuleInstance container)
        {
            return call.Raise("TypeError", "Sequential.__init__() takes a module");
        }

        container.IsReady = true;
        if (call.Rest is [DictionaryValue dictionary])
        {
            foreach (var (key, child) in dictionary.Entries.ToArray())
            {
                if (key is not TextValue name)
                {
                    return call.Raise("TypeError", $"module name should be a string. Got {key.TypeName}");
                }

                if (!ContainerTools.AddNamed(call, container, name.Value, child))
                {
                    return null;
                }
            }

            return NoneValue.Instance;
        }

        for (var index = 0; index < call.Rest.Count; index++)
        {
            if (!ContainerTools.AddNamed(call, container, ContainerTools.Key(index), call.Rest[index]))
            {
                return null;
            }
        }

        return NoneValue.Instance;
    }

    private static Value? Forward(BuiltinCall call)
    {
        var interpreter = call.Interpreter;
        var value = call[1];
        for (var index = 0; index < ((ModuleInstance)call[0]).Children.Count; index++)
        {
            var child = ((ModuleInstance)call[0]).Children.GetAt(index).Value;
            if (!interpreter.State.Step() || interpreter.Calls.Call(child, CallArguments.Of(value)) is not { } result)
            {
                return null;
            }

            value = result;
        }

        return value;
    }
}
