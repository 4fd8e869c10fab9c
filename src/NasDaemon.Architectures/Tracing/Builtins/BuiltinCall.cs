using System.Collections.Immutable;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>A built-in function at work.</summary>
/// <param name="Interpreter">The interpreter.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Values">One value a parameter; null where none was given.</param>
/// <param name="Rest">Positions beyond the parameters.</param>
/// <param name="Keywords">Keywords beyond the parameters.</param>
internal readonly record struct BuiltinCall(
    Interpreter Interpreter, string Name, Value?[] Values, IReadOnlyList<Value> Rest, ImmutableArray<KeywordArgument> Keywords)
{
    /// <summary>A required argument.</summary>
    /// <param name="index">The parameter's index.</param>
    public Value this[int index] => Values[index] ?? throw new ArgumentException($"{Name} has no argument {index}.", nameof(index));

    /// <summary>An optional argument.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <returns>The argument; null where none was given, or where it is <c>None</c>.</returns>
    public Value? Optional(int index) => Values[index] is NoneValue ? null : Values[index];

    /// <summary>Raises a Python exception.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="message">Its message.</param>
    /// <returns>Null.</returns>
    public Value? Raise(string type, string message) => Interpreter.State.Raise(type, message);

    /// <summary>An integer argument, at the traced batch size.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <returns>The integer; null where an error was raised.</returns>
    public long? Integer(int index)
    {
        switch (this[index])
        {
            case IntegerValue integer:
                return integer.Traced;
            case BoolValue truth:
                return truth.Value ? 1 : 0;
            default:
                Raise("TypeError", $"'{this[index].TypeName}' object cannot be interpreted as an integer");
                return null;
        }
    }

    /// <summary>A number as floating point.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <returns>The number; null where an error was raised.</returns>
    public double? Number(int index)
    {
        if (Numbers.IsNumber(this[index]))
        {
            return Numbers.ToDouble(this[index]);
        }

        Raise("TypeError", $"must be real number, not {this[index].TypeName}");
        return null;
    }

    /// <summary>A string argument.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <returns>The text; null where an error was raised.</returns>
    public string? Text(int index)
    {
        if (this[index] is TextValue text)
        {
            return text.Value;
        }

        Raise("TypeError", $"{Name}() argument must be str, not {this[index].TypeName}");
        return null;
    }

    /// <summary>The items of an argument that can be iterated.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <returns>The items; null where an error was raised.</returns>
    public IReadOnlyList<Value>? Items(int index) => Interpreter.Iteration.Items(this[index]);
}
