using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Binds the arguments of a call to a function's parameters, with Python's errors.</summary>
/// <param name="state">Takes errors.</param>
internal sealed class ArgumentBinder(TraceState state)
{
    /// <summary>Binds arguments.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="variables">Takes the parameters' values.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Bind(FunctionValue function, CallArguments arguments, Dictionary<string, Value> variables)
    {
        DictionaryValue? extra = null;
        var next = 0;
        var takesAll = false;
        foreach (var parameter in function.Parameters)
        {
            switch (parameter.Kind)
            {
                case ParameterKind.PositionalOnly or ParameterKind.Standard when next < arguments.Positional.Length:
                    variables[parameter.Name] = arguments.Positional[next++];
                    break;
                case ParameterKind.Star:
                    variables[parameter.Name] = new TupleValue([.. arguments.Positional.Skip(next)]);
                    takesAll = true;
                    break;
                case ParameterKind.DoubleStar:
                    variables[parameter.Name] = extra = new DictionaryValue();
                    break;
            }
        }

        if (!BindKeywords(function, arguments, variables, extra))
        {
            return false;
        }

        if (next < arguments.Positional.Length && !takesAll)
        {
            return Fail(BindingTexts.TooMany(function, arguments));
        }

        return FillDefaults(function, variables);
    }

    private bool BindKeywords(FunctionValue function, CallArguments arguments, Dictionary<string, Value> variables, DictionaryValue? extra)
    {
        foreach (var keyword in arguments.Keywords)
        {
            if (!state.Visit(function.Parameters.Length))
            {
                return false;
            }

            var parameter = Find(function, keyword.Name);
            if (parameter is { Kind: ParameterKind.Standard or ParameterKind.KeywordOnly })
            {
                if (!variables.TryAdd(keyword.Name, keyword.Value))
                {
                    return Fail($"{function.QualifiedName}() got multiple values for argument '{keyword.Name}'");
                }
            }
            else if (extra is not null)
            {
                extra.Entries[new TextValue(keyword.Name)] = keyword.Value;
            }
            else if (parameter is { Kind: ParameterKind.PositionalOnly })
            {
                return Fail($"{function.QualifiedName}() got some positional-only arguments passed as keyword arguments: '{keyword.Name}'");
            }
            else
            {
                var nearest = NearestName.Find(keyword.Name, function.Parameters.Select(known => known.Name));
                var hint = nearest is null ? null : $"Did you mean '{nearest}'?";
                return Fail($"{function.QualifiedName}() got an unexpected keyword argument '{keyword.Name}'", hint);
            }
        }

        return true;
    }

    private static Parameter? Find(FunctionValue function, string name)
    {
        foreach (var parameter in function.Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return null;
    }

    private bool FillDefaults(FunctionValue function, Dictionary<string, Value> variables)
    {
        List<Parameter>? missing = null;
        for (var index = 0; index < function.Parameters.Length; index++)
        {
            var parameter = function.Parameters[index];
            if (variables.ContainsKey(parameter.Name))
            {
                continue;
            }

            if (function.Defaults[index] is { } value)
            {
                variables[parameter.Name] = value;
            }
            else
            {
                (missing ??= []).Add(parameter);
            }
        }

        return missing is null || Fail(BindingTexts.Missing(function, missing));
    }

    private bool Fail(string message, string? hint = null)
    {
        state.Raise("TypeError", message, hint);
        return false;
    }
}
