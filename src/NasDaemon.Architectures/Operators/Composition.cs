using System.Collections.Immutable;
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
    public Value Call(string path, params ImmutableArray<Value> arguments) => Call(path, new CallArguments(arguments, []));

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
    public Value Method(string name, params ImmutableArray<Value> arguments) => OperatorCatalogue.Default.TryFindMethod(name, out var method)
        ? Run(method, new CallArguments(arguments, []))
        : throw new ArgumentException($"The catalogue has no method '{name}'.", nameof(name));

    /// <summary>Adds an operator of the graph that no Python name leads to, or that is to be reached by its own.</summary>
    /// <param name="name">The operator.</param>
    /// <param name="arguments">One argument a parameter of its signature.</param>
    /// <returns>The result; <c>None</c> after an error.</returns>
    public Value Operator(string name, params Value[] arguments)
    {
        if (!OperatorCatalogue.Default.TryFindOperator(name, out var definition))
        {
            throw new ArgumentException($"The catalogue has no operator '{name}'.", nameof(name));
        }

        return Error is null ? Take(definition.Rule(new OperatorCall(scope, definition, definition.Signature, arguments))) : NoneValue.Instance;
    }

    /// <summary>Stops with an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns><c>None</c>.</returns>
    public Value Fail(OperatorError error)
    {
        Error ??= error;
        return NoneValue.Instance;
    }

    /// <summary>The result of the whole.</summary>
    /// <param name="value">What the last step returned.</param>
    /// <returns>The value, or the first error.</returns>
    public CallResult Result(Value value) => Error is { } error ? error : value;

    /// <summary>Takes a step that is no function of the catalogue.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The result; <c>None</c> after an error.</returns>
    public Value Take(Func<TraceScope, CallResult> step) => Error is null ? Take(step(scope)) : NoneValue.Instance;

    private Value Run(CatalogueFunction function, CallArguments arguments)
    {
        if (Error is not null)
        {
            return NoneValue.Instance;
        }

        return Take(function.Call(scope, arguments));
    }

    private Value Take(CallResult result)
    {
        Error = result.Error;
        return result.Value ?? NoneValue.Instance;
    }
}
