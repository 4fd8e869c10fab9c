using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Calls built-in functions.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class BuiltinBinder(Interpreter interpreter)
{
    /// <summary>Calls a built-in function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public Value? Call(BuiltinFunction function, CallArguments arguments)
    {
        if (function.Receiver is { } owner && arguments.Positional is [var self, ..] && !CoreTypes.Of(self).IsSubclassOf(owner))
        {
            return interpreter.State.Raise(
                "TypeError", $"descriptor '{function.Name}' for '{owner.Name}' objects doesn't apply to a '{self.TypeName}' object");
        }

        var values = new Value?[function.Parameters.Count];
        var rest = TakePositions(function, arguments, values);
        if (rest is null || TakeKeywords(function, arguments, values) is not { } keywords || !CheckRequired(function, arguments, values))
        {
            return null;
        }

        return function.Body(new BuiltinCall(interpreter, function.Name, values, rest, [.. keywords]));
    }

    private IReadOnlyList<Value>? TakePositions(BuiltinFunction function, CallArguments arguments, Value?[] values)
    {
        var positional = arguments.Positional;
        for (var index = 0; index < positional.Length && index < function.Positions; index++)
        {
            values[index] = positional[index];
        }

        if (positional.Length <= function.Positions)
        {
            return [];
        }

        if (function.TakesPositions)
        {
            return [.. positional.Skip(function.Positions)];
        }

        if (function.Owner is { IsPython: true })
        {
            interpreter.State.Raise("TypeError", BindingTexts.TooMany(function, positional.Length));
            return null;
        }

        var self = function.IsMethod ? 1 : 0;
        var (most, given) = (function.Positions - self, positional.Length - self);
        var count = most switch
        {
            0 => "no arguments",
            1 when function.Required == function.Positions => "exactly one argument",
            1 => "at most 1 argument",
            _ => $"at most {most} arguments",
        };
        interpreter.State.Raise("TypeError", $"{function.ShownName}() takes {count} ({given} given)");
        return null;
    }

    private List<KeywordArgument>? TakeKeywords(BuiltinFunction function, CallArguments arguments, Value?[] values)
    {
        List<KeywordArgument>? rest = null;
        foreach (var keyword in arguments.Keywords)
        {
            var index = -1;
            for (var candidate = function.IsMethod ? 1 : 0; candidate < function.Parameters.Count; candidate++)
            {
                index = function.Parameters[candidate] == keyword.Name ? candidate : index;
            }

            if (index >= 0 && values[index] is null)
            {
                values[index] = keyword.Value;
            }
            else if (function.TakesKeywords)
            {
                (rest ??= []).Add(keyword);
            }
            else
            {
                interpreter.State.Raise("TypeError", function.Owner is { IsPython: false } && function.Required == function.Positions
                    ? $"{function.ShownName}() takes no keyword arguments"
                    : $"{function.ShownName}() got an unexpected keyword argument '{keyword.Name}'");
                return null;
            }
        }

        return rest is null ? [] : rest;
    }

    private bool CheckRequired(BuiltinFunction function, CallArguments arguments, Value?[] values)
    {
        for (var index = 0; index < function.Required; index++)
        {
            if (values[index] is not null)
            {
                continue;
            }

            var self = function.IsMethod ? 1 : 0;
            var (least, given) = (function.Required - self, Math.Max(0, arguments.Positional.Length - self));
            if (function.Owner is { IsPython: true })
            {
                interpreter.State.Raise("TypeError", BindingTexts.Missing(function.ShownName, "positional", function.Parameters.Skip(index).Take(function.Required - index)));
                return false;
            }

            if (function.Owner is not null && function.Positions == 2 && least == 1)
            {
                interpreter.State.Raise("TypeError", $"{function.ShownName}() takes exactly one argument ({given} given)");
                return false;
            }

            interpreter.State.Raise(
                "TypeError", $"{function.Name} expected at least {least} argument{(least == 1 ? string.Empty : "s")}, got {given}");
            return false;
        }

        return true;
    }
}
