using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Lists the parameters of functions and classes, for <c>inspect.signature</c>.</summary>
internal static class ParameterNames
{
    /// <summary>Lists them.</summary>
    /// <param name="call">The call; its argument is the function or class.</param>
    /// <returns>One tuple a parameter: name, kind, a tuple with the default or without; <c>None</c> where they are not known.</returns>
    public static Value? List(BuiltinCall call) => Of(call[0], isBound: false) is { } rows ? new ListValue(rows) : NoneValue.Instance;

    private static List<Value>? Of(Value callee, bool isBound)
    {
        switch (callee)
        {
            case FunctionValue function when function.Attributes.GetValueOrDefault("__wrapped__") is { } wrapped:
                return Of(wrapped, isBound);
            case FunctionValue function:
                return [.. function.Parameters.Select((parameter, index) => Row(parameter, function.Defaults[index])).Skip(isBound ? 1 : 0)];
            case BoundMethodValue method:
                return Of(method.Function, isBound: true);
            case ClassValue type:
                return type.Find("__init__") is { } constructor ? Of(constructor, isBound: true) : [];
            case ModuleInstance module:
                return module.Type.Find("forward") is { } forward ? Of(forward, isBound: true) : null;
            case IObject special:
                return special.Type.Find("__call__") is { } caller ? Of(caller, isBound: true) : null;
            default:
                return null;
        }
    }

    private static TupleValue Row(Parameter parameter, Value? value) => new(
        [new TextValue(parameter.Name), new IntegerValue((int)parameter.Kind), new TupleValue(value is null ? [] : [value])]);
}
