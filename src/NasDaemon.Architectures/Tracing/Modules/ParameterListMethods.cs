using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The methods of <c>nn.ParameterList</c>.</summary>
internal static class ParameterListMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            new FunctionOwner("ParameterList", IsPython: true),
            ("__init__", "values?", Initialise),
            ("append", "value", call => Append(call, call[1]) ? call[0] : null),
            ("extend", "values", call => Extend(call, call[1]) ? call[0] : null),
            ("__getitem__", "index", Read),
            ("__len__", "", call => new IntegerValue(((ModuleInstance)call[0]).Parameters.Count)),
            ("__iter__", "", call => new ItemIterator("iterator", [.. ((ModuleInstance)call[0]).Parameters.Values])));

    private static Value? Initialise(BuiltinCall call)
    {
        if (call[0] is not ModuleInstance container)
        {
            return call.Raise("TypeError", "ParameterList.__init__() takes a module");
        }

        container.IsReady = true;
        return call.Optional(1) is not { } values || Extend(call, values) ? NoneValue.Instance : null;
    }

    private static bool Extend(BuiltinCall call, Value values) => call.Interpreter.Iteration.Items(values) is { } items && items.All(item => Append(call, item));

    private static bool Append(BuiltinCall call, Value value)
    {
        var container = (ModuleInstance)call[0];
        if (value is not TensorValue tensor)
        {
            call.Raise("TypeError", $"cannot assign '{ModuleAttributes.TypeName(value)}' as parameter '{container.Parameters.Count}'");
            return false;
        }

        if (StateTensors.From(call.Interpreter, tensor, isParameter: true, isTrainable: true) is not { } parameter)
        {
            return false;
        }

        container.RegisterParameter(ContainerTools.Key(container.Parameters.Count), parameter);
        return call.Interpreter.State.ChargeCollection(container.Parameters.Count);
    }

    private static Value? Read(BuiltinCall call)
    {
        var parameters = ((ModuleInstance)call[0]).Parameters;
        if (call.Integer(1) is not { } index)
        {
            return null;
        }

        var position = index < 0 ? index + parameters.Count : index;
        return position >= 0 && position < parameters.Count
            ? parameters.GetAt((int)position).Value
            : call.Raise("IndexError", $"index {index} is out of range");
    }
}
