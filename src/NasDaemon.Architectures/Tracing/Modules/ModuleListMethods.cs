using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The methods of <c>nn.ModuleList</c>.</summary>
internal static class ModuleListMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            new FunctionOwner("ModuleList", IsPython: true),
            ("__init__", "modules?", Initialise),
            ("append", "module", call => ContainerTools.Append(call, (ModuleInstance)call[0], call[1]) ? call[0] : null),
            ("extend", "modules", call => ContainerTools.Extend(call, (ModuleInstance)call[0], call[1]) ? call[0] : null),
            ("__iadd__", "modules", call => ContainerTools.Extend(call, (ModuleInstance)call[0], call[1]) ? call[0] : null),
            ("__add__", "other", Join),
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
            return call.Raise("TypeError", "ModuleList.__init__() takes a module");
        }

        container.IsReady = true;
        return call.Optional(1) is not { } modules || ContainerTools.Extend(call, container, modules) ? NoneValue.Instance : null;
    }

    private static ModuleInstance? Join(BuiltinCall call)
    {
        var joined = new ModuleInstance(ModuleTypes.List, call.Interpreter) { IsReady = true };
        return ContainerTools.Extend(call, joined, call[0]) && ContainerTools.Extend(call, joined, call[1]) ? joined : null;
    }
}
