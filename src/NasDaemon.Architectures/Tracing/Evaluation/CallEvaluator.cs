using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Calls;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Evaluates calls and lambdas.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class CallEvaluator(Interpreter interpreter)
{
    /// <summary>Evaluates a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public Value? Evaluate(CallExpression call, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(call.Callee, frame) is not { } callee)
        {
            return null;
        }

        if (callee is BuiltinFunction { Name: "super" or "locals" or "globals" or "vars" } special && call.Arguments.Length == 0)
        {
            return FrameFunctions.Call(interpreter, special, frame);
        }

        if (EvaluateArguments(call.Arguments, frame, callee) is not { } arguments)
        {
            return null;
        }

        interpreter.State.At(call.Position);
        return interpreter.Calls.Call(callee, arguments);
    }

    /// <summary>Evaluates arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="frame">The names that they see.</param>
    /// <param name="callee">What is called, for error texts.</param>
    /// <returns>The values; null where an error was raised.</returns>
    public CallArguments? EvaluateArguments(ImmutableArray<CallArgument> arguments, Frame frame, Value callee)
    {
        var named = 0;
        foreach (var argument in arguments)
        {
            if (argument.Kind is CallArgumentKind.Star or CallArgumentKind.DoubleStar)
            {
                return EvaluateSpread(arguments, frame, callee);
            }

            named += argument.Kind == CallArgumentKind.Keyword ? 1 : 0;
        }

        return EvaluatePlain(arguments, frame, new Value[arguments.Length - named], named == 0 ? [] : new KeywordArgument[named]);
    }

    // Without stars there are as many values as arguments, and no name comes twice: the parser has seen to that.
    private CallArguments? EvaluatePlain(ImmutableArray<CallArgument> arguments, Frame frame, Value[] positional, KeywordArgument[] keywords)
    {
        int place = 0, named = 0;
        foreach (var argument in arguments)
        {
            if (interpreter.Expressions.Evaluate(argument.Value, frame) is not { } value)
            {
                return null;
            }

            if (argument.Kind == CallArgumentKind.Positional)
            {
                positional[place++] = value;
            }
            else
            {
                keywords[named++] = new KeywordArgument(argument.Name!, value);
            }
        }

        return interpreter.State.Visit(named)
            ? new CallArguments(ImmutableCollectionsMarshal.AsImmutableArray(positional), ImmutableCollectionsMarshal.AsImmutableArray(keywords))
            : null;
    }

    private CallArguments? EvaluateSpread(ImmutableArray<CallArgument> arguments, Frame frame, Value callee)
    {
        var positional = new List<Value>(arguments.Length);
        List<KeywordArgument>? keywords = null;
        foreach (var argument in arguments)
        {
            if (interpreter.Expressions.Evaluate(argument.Value, frame) is not { } value)
            {
                return null;
            }

            switch (argument.Kind)
            {
                case CallArgumentKind.Positional:
                    positional.Add(value);
                    break;
                case CallArgumentKind.Star:
                    if (interpreter.Iteration.Items(value) is not { } items || !interpreter.State.ChargeCollection(positional.Count + items.Count))
                    {
                        return null;
                    }

                    positional.AddRange(items);
                    break;
                case CallArgumentKind.Keyword:
                    if (!AddKeyword(keywords ??= new List<KeywordArgument>(arguments.Length), argument.Name!, value, callee))
                    {
                        return null;
                    }

                    break;
                default:
                    if (!SpreadKeywords(keywords ??= [], value, callee))
                    {
                        return null;
                    }

                    break;
            }
        }

        return new CallArguments([.. positional], keywords is null ? [] : [.. keywords]);
    }

    /// <summary>Makes a lambda.</summary>
    /// <param name="lambda">The syntax.</param>
    /// <param name="frame">The frame around it.</param>
    /// <returns>The function; null where a default raised an error.</returns>
    public Value? MakeLambda(LambdaExpression lambda, Frame frame) => EvaluateDefaults(lambda.Parameters, frame) is { } defaults
        ? new FunctionValue("<lambda>", QualifiedNames.Of("<lambda>", frame), lambda.Parameters, lambda.Scope, frame)
        {
            Result = lambda.Body,
            Defaults = defaults,
        }
        : null;

    /// <summary>Evaluates the defaults of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="frame">The frame around the function.</param>
    /// <returns>One value a parameter, null without a default; null in all where an error was raised.</returns>
    public Value?[]? EvaluateDefaults(ParameterList parameters, Frame frame)
    {
        var defaults = new Value?[parameters.Parameters.Length];
        for (var index = 0; index < defaults.Length; index++)
        {
            if (parameters.Parameters[index].Default is not { } expression)
            {
                continue;
            }

            if (interpreter.Expressions.Evaluate(expression, frame) is not { } value)
            {
                return null;
            }

            defaults[index] = value;
        }

        return defaults;
    }

    private bool AddKeyword(List<KeywordArgument> keywords, string name, Value value, Value callee)
    {
        if (!interpreter.State.Visit(keywords.Count))
        {
            return false;
        }

        foreach (var earlier in keywords)
        {
            if (earlier.Name == name)
            {
                interpreter.State.Raise("TypeError", $"{Representations.CalleeName(callee)}() got multiple values for keyword argument '{name}'");
                return false;
            }
        }

        keywords.Add(new KeywordArgument(name, value));
        return true;
    }

    private bool SpreadKeywords(List<KeywordArgument> keywords, Value mapping, Value callee)
    {
        if (mapping is not DictionaryValue dictionary)
        {
            if (mapping is UnknownValue unknown)
            {
                return interpreter.Calls.UseUnknown(unknown) is not null;
            }

            interpreter.State.Raise(
                "TypeError", $"{Representations.CalleeName(callee)}() argument after ** must be a mapping, not {mapping.TypeName}");
            return false;
        }

        foreach (var (key, value) in dictionary.Entries)
        {
            if (key is not TextValue name)
            {
                interpreter.State.Raise("TypeError", "keywords must be strings");
                return false;
            }

            if (!AddKeyword(keywords, name.Value, value, callee))
            {
                return false;
            }
        }

        return true;
    }
}
