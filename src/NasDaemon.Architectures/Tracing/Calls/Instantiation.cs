using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Makes instances of classes.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class Instantiation(Interpreter interpreter)
{
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

        if (type is { IsModule: false, IsException: false } && type.Construct is { } construct && !IsPlainObject(type))
        {
            return type.IsUserDefined
                ? interpreter.State.Refuse(FailureClass.UnsupportedSyntax, $"The tracer does not interpret classes that inherit from '{NativeBase(type)}'.")
                : construct(interpreter, type, arguments);
        }

        if (!interpreter.State.Charge(1))
        {
            return null;
        }

        var instance = type.IsModule ? new ModuleInstance(type, interpreter) : new InstanceValue(type);
        if (type.IsException)
        {
            instance.Attributes["args"] = new TupleValue(arguments.Positional);
        }

        return Initialise(type, instance, arguments) ? instance : null;
    }

    private static bool IsPlainObject(ClassValue type) => ReferenceEquals(type.Construct, Library.CoreTypes.Object.Construct) && type.IsUserDefined;

    private static string NativeBase(ClassValue type) => type.ResolutionOrder.First(entry => !entry.IsUserDefined).Name;

    private bool Initialise(ClassValue type, InstanceValue instance, CallArguments arguments)
    {
        var initialiser = type.Find("__init__");
        if (initialiser is null || ReferenceEquals(initialiser, Library.CoreTypes.Object.Attributes["__init__"]))
        {
            var isWrong = !type.IsException && arguments.Positional.Count + arguments.Keywords.Count > 0;
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
