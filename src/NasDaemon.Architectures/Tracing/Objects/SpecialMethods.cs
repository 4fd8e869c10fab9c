using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>The methods with two underscores on each side by which classes take part in Python's syntax.</summary>
internal static class SpecialMethods
{
    /// <summary>Finds the method that stands for what the interpreter would do with a value itself.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The method's name.</param>
    /// <returns>The method as the class stores it; null where the interpreter acts itself.</returns>
    public static Value? Find(Value value, string name) => value switch
    {
        InstanceValue instance => NotNone(instance.Type.Find(name)),
        IObject special => special.Type.Find(name) is { } found and not BuiltinFunction ? NotNone(found) : null,
        ClassValue { Meta: { } meta } => meta.Find(name) is { } found and not BuiltinFunction ? NotNone(found) : null,
        _ => null,
    };

    /// <summary>Calls a method that was found.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="method">The method.</param>
    /// <param name="self">The value that it was found for.</param>
    /// <param name="arguments">The other arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public static Value? Call(Interpreter interpreter, Value method, Value self, params Value[] arguments)
    {
        if (method is FunctionValue or BuiltinFunction { IsMethod: true })
        {
            return interpreter.Calls.Call(method, new CallArguments([self, .. arguments], []));
        }

        var type = self is IObject special ? special.Type : ((ClassValue)self).Meta!;
        return interpreter.Attributes.Bind(method, self, type) is { } bound ? interpreter.Calls.Call(bound, new CallArguments([.. arguments], [])) : null;
    }

    // A class says by None that it takes no part, e.g. that its objects have no hash.
    private static Value? NotNone(Value? found) => found is NoneValue ? null : found;
}
