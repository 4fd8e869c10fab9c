using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>A function that is composed of other functions of the catalogue. After the first error the remaining steps do nothing.</summary>
/// <param name="scope">Where the call happens.</param>
internal sealed class Composition(TraceScope scope)
{
    /// <summary>The first error; null while there is none.</summary>
    public OperatorError? Error { get; private set; }

    /// <summary>A tuple of integers.</summary>
    /// <param name="values">The integers.</param>
    /// <returns>The tuple.</returns>
    public static TupleValue Integers(params long[] values) => new([.. values.Select(value => new IntegerValue(value))]);

    /// <summary>Calls a function by its path.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="arguments">The arguments by position.</param>
    /// <returns>The result; <c>None</c> after an error.</returns>
    public Value Call(string path, params Value[] arguments) => Call(path, CallArguments.Of(arguments));

    /// <summary>Calls a function by its path.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The result; <c>None</c> after an error.</returns>
    public Value Call(string path, CallArguments arguments) => OperatorCatalogue.Default.TryFindFunction(path, out var function)
        ? Run(function, arguments)
        : throw new ArgumentException($"The catalogue has no function '{path}'.", nameof(path));

    /// <summary>Calls a tensor method.</summary>
    /// <param name="name">The method.</param>
    /// <param name="arguments">The tensor, then the arguments by position.</param>
    /// <returns>The result; <c>None</c> after an error.</returns>
    public Value Method(string name, params Value[] arguments) => OperatorCatalogue.Default.TryFindMethod(name, out var method)
        ? Run(method, CallArguments.Of(arguments))
        : throw new ArgumentException($"The catalogue has no method '{name}'.", nameof(name));

    /// <summary>The result of the whole.</summary>
    /// <param name="value">What the last step returned.</param>
    /// <returns>The value, or the first error.</returns>
    public CallResult Result(Value value) => Error is { } error ? error : value;

    private Value Run(CatalogueFunction function, CallArguments arguments)
    {
        if (Error is not null)
        {
            return NoneValue.Instance;
        }

        var result = function.Call(scope, arguments);
        Error = result.Error;
        return result.Value ?? NoneValue.Instance;
    }
}
