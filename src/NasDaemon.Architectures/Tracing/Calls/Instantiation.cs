using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Makes instances of classes.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class Instantiation(Interpreter interpreter)
{
    /// <summary>Calls a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The instance, or what the class's own class makes of the call; null where an error was raised.</returns>
    public Value? Call(ClassValue type, CallArguments arguments) => SpecialMethods.Find(type, "__call__") is { } method
        ? interpreter.Calls.Call(method, arguments.Prepend(type))
        : Make(type, arguments);

    /// <summary>Makes an instance.</summary>
    /// <param name="type">The class.</param>
    /// <param name="arguments">The arguments of its constructor.</param>
    /// <returns>The instance; null where an error was raised.</returns>
    public Value? Make(ClassValue type, CallArguments arguments)
    {
        if (type.UnknownBase is { } unknown)
        {
            return interpreter.Calls.IsLoading ? new UnknownValue(type.Name) : interpreter.State.Refuse(
                FailureClass.UnknownName, $"The class '{type.Name}' inherits from '{unknown}', which the tracer does not know.");
        }

        if (type is { IsUserDefined: false, IsModule: false, IsException: false } && type.Construct is { } construct)
        {
            return construct(interpreter, type, arguments);
        }

        if (type.Abstract.Count > 0)
        {
            var plural = type.Abstract.Count == 1 ? string.Empty : "s";
            return interpreter.State.Raise(
                "TypeError", $"Can't instantiate abstract class {type.Name} with abstract method{plural} {string.Join(", ", type.Abstract)}");
        }

        var made = type.Find("__new__") is StaticMethodValue { Function: FunctionValue constructor }
            ? interpreter.Calls.Call(constructor, arguments.Prepend(type))
            : Allocation.Make(interpreter, type, arguments);
        return made is null || !CoreTypes.Of(made).IsSubclassOf(type) || Initialise(CoreTypes.Of(made), made, arguments) ? made : null;
    }

    private bool Initialise(ClassValue type, Value instance, CallArguments arguments)
    {
        var initialiser = type.Find("__init__");
        if (initialiser is null || ReferenceEquals(initialiser, CoreTypes.Object.Attributes["__init__"]))
        {
            var isWrong = instance is InstanceValue && !type.IsException && arguments.Positional.Length + arguments.Keywords.Length > 0
                && type.Find("__new__") is not StaticMethodValue { Function: FunctionValue };
            if (isWrong)
            {
                interpreter.State.Raise("TypeError", $"{type.Name}() takes no arguments");
            }

            return !isWrong;
        }

        var result = interpreter.Calls.Call(initialiser, arguments.Prepend(instance));
        if (result is null or NoneValue)
        {
            return result is not null;
        }

        interpreter.State.Raise("TypeError", $"__init__() should return None, not '{result.TypeName}'");
        return false;
    }
}
