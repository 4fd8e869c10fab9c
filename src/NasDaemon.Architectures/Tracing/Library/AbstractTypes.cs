using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Python's abstract base classes: who leaves an abstract method undefined has no instances.</summary>
internal static class AbstractTypes
{
    /// <summary><c>abc.ABCMeta</c>.</summary>
    public static readonly ClassValue Meta = new("ABCMeta", [CoreTypes.Type], CoreTypes.Type.ResolutionOrder) { DefiningModule = "abc" };

    /// <summary><c>abc.ABC</c>.</summary>
    public static readonly ClassValue Base = new("ABC", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder) { DefiningModule = "abc", Meta = Meta };

    private const string Mark = "__isabstractmethod__";

    /// <summary>Marks a method as abstract.</summary>
    /// <param name="call">The call of <c>abc.abstractmethod</c>.</param>
    /// <returns>The method.</returns>
    public static Value MarkAbstract(BuiltinCall call)
    {
        if (Inner(call[0]) is { } function)
        {
            function.Attributes[Mark] = BoolValue.True;
        }

        return call[0];
    }

    /// <summary>The abstract methods that a class leaves undefined.</summary>
    /// <param name="type">The class.</param>
    /// <returns>Their names in alphabetical order.</returns>
    public static IReadOnlyList<string> Missing(ClassValue type)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in type.Attributes)
        {
            if (IsAbstract(value))
            {
                names.Add(name);
            }
        }

        foreach (var name in type.Bases.SelectMany(parent => parent.Abstract))
        {
            if (IsAbstract(type.Find(name)))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }

    private static bool IsAbstract(Value? value) => Inner(value) is { } function && function.Attributes.ContainsKey(Mark);

    private static FunctionValue? Inner(Value? value) => value switch
    {
        FunctionValue function => function,
        PropertyValue property => property.Getter as FunctionValue,
        StaticMethodValue method => method.Function as FunctionValue,
        ClassMethodValue method => method.Function as FunctionValue,
        _ => null,
    };
}
