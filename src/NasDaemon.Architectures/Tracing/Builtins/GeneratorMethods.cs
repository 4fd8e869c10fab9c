using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of generators and other iterators.</summary>
internal static class GeneratorMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            ("__iter__", "", call => call[0]),
            ("__next__", "", call => call[0] is IteratorValue iterator ? iterator.Next(call.Interpreter) ?? Stop(call) : null),
            ("__length_hint__", "", call => new IntegerValue((call[0] as ItemIterator)?.Remaining ?? 0)),
            ("send", "value", call => Self(call) is { } generator ? generator.Resume(call.Interpreter, call[1], null) ?? Stop(call) : null),
            ("throw", "type value? traceback?", Throw),
            ("close", "", Close));

    private static GeneratorValue? Self(BuiltinCall call)
    {
        if (call[0] is GeneratorValue generator)
        {
            return generator;
        }

        call.Raise("AttributeError", $"'{call[0].TypeName}' object has no attribute '{call.Name}'");
        return null;
    }

    private static Value? Stop(BuiltinCall call)
    {
        if (call.Interpreter.State.Error is not null)
        {
            return null;
        }

        call.Raise("StopIteration", string.Empty);
        var result = (call[0] as GeneratorValue)?.Result;
        var exception = new InstanceValue(ExceptionTypes.Find("StopIteration")) { Attributes = { ["args"] = new TupleValue(result is null or NoneValue ? [] : [result]) } };
        call.Interpreter.State.Error = call.Interpreter.State.Error! with { Instance = exception };
        return null;
    }

    private static Value? Throw(BuiltinCall call)
    {
        var given = call.Optional(2) ?? call[1];
        var exception = given is ClassValue { IsException: true } type
            ? call.Interpreter.Calls.Call(type, Operators.CallArguments.Of())
            : given;
        if (exception is not InstanceValue { Type.IsException: true } instance)
        {
            return exception is null ? null : call.Raise("TypeError", "exceptions must be classes or instances deriving from BaseException");
        }

        if (Self(call) is not { } generator || call.Interpreter.Representations.Text(instance) is not { } message)
        {
            return null;
        }

        var scope = call.Interpreter.State.Scope;
        var error = new PythonError(Abstractions.Failures.FailureClass.RaisedError, instance.Type, message, scope.Place, scope.ModulePath, null) { Instance = instance };
        return generator.Resume(call.Interpreter, NoneValue.Instance, error) ?? Stop(call);
    }

    private static Value? Close(BuiltinCall call)
    {
        var state = call.Interpreter.State;
        if (call[0] is not GeneratorValue generator)
        {
            return NoneValue.Instance;
        }

        var error = new PythonError(
            Abstractions.Failures.FailureClass.RaisedError, ExceptionTypes.Find("GeneratorExit"), string.Empty, state.Scope.Place, state.Scope.ModulePath, null);
        if (generator.Resume(call.Interpreter, NoneValue.Instance, error) is not null)
        {
            return call.Raise("RuntimeError", "generator ignored GeneratorExit");
        }

        if (state.Error is { IsRefusal: false, Type.Name: "GeneratorExit" })
        {
            state.Error = null;
        }

        return state.Error is null ? NoneValue.Instance : null;
    }
}
