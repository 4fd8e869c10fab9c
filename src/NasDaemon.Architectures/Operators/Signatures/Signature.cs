using System.Collections.Immutable;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>The parameters of a function or constructor, and how its errors name it.</summary>
/// <param name="name">The name in error messages, e.g. <c>conv2d</c> or <c>Conv2d.__init__</c>.</param>
/// <param name="text">The parameters; see <see cref="SignatureParser"/>.</param>
/// <param name="style">Whose error texts it gives.</param>
/// <param name="hasSelf">Whether it is a method, so that errors count <c>self</c> as an argument.</param>
internal sealed class Signature(string name, string text, SignatureStyle style, bool hasSelf = false)
{
    private readonly bool _hasLaterParameters = text.Contains('@', StringComparison.Ordinal);
    private readonly bool _takesAnyKeyword = text.Contains(SignatureParser.AnyKeyword, StringComparison.Ordinal);
    private Parameter[]? _parameters;
    private int? _shownCount;

    /// <summary>The name in error messages.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is a method, so that errors count <c>self</c> as an argument.</summary>
    public bool HasSelf { get; } = hasSelf;

    /// <summary>Whether it is a tensor's method, whose errors do not count the tensor.</summary>
    public bool IsMethod { get; init; }

    /// <summary>Whose error texts it gives.</summary>
    public SignatureStyle Style { get; } = style;

    /// <summary>The parameters in order.</summary>
    public Parameter[] Parameters => _parameters ??= SignatureParser.Parse(text);

    /// <summary>How many parameters a graph shows.</summary>
    public int ShownCount => _shownCount ??= Parameters.Count(parameter => !parameter.IsHidden);

    /// <summary>Finds a parameter by its name.</summary>
    /// <param name="name">The name; aliases are not searched.</param>
    /// <returns>Its index; −1 where there is none.</returns>
    public int IndexOf(string name)
    {
        for (var index = 0; index < Parameters.Length; index++)
        {
            if (Parameters[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Binds arguments to the parameters, fills in defaults and checks types.</summary>
    /// <param name="arguments">The arguments of the call.</param>
    /// <param name="values">One value a parameter.</param>
    /// <returns>The error that Python or PyTorch would raise; null where the arguments fit.</returns>
    public OperatorError? TryBind(CallArguments arguments, out Value[] values) => TryBind(arguments, out values, out var mistyped) ?? mistyped;

    /// <summary>Binds arguments to the parameters and fills in defaults, for callees that do not check types themselves.</summary>
    /// <param name="arguments">The arguments of the call.</param>
    /// <param name="values">One value a parameter; those of a wrong type as they were given.</param>
    /// <param name="mistyped">The error of the first argument of a wrong type; null where all fit.</param>
    /// <returns>The error that Python would raise; null where the arguments can be bound.</returns>
    public OperatorError? TryBind(CallArguments arguments, out Value[] values, out OperatorError? mistyped)
    {
        values = new Value[Parameters.Length];
        var error = BindPositional(arguments, values);
        if (error is null)
        {
            var unknown = BindKeywords(arguments, values);
            var looksFirst = unknown is null || Style == SignatureStyle.Python || !NativeForms.IsOneForm(this, arguments);
            error = (looksFirst ? unknown : null) ?? BeforeMissing(arguments, values) ?? FillDefaults(arguments, values) ?? unknown;
        }

        mistyped = error is null ? TypeChecker.Check(this, arguments, values) : null;
        return error;
    }

    /// <summary>Notes the PyTorch version that a call needs for its arguments.</summary>
    /// <param name="scope">Takes the note.</param>
    /// <param name="values">The bound values.</param>
    public void RequireVersions(TraceScope scope, Value[] values)
    {
        for (var index = 0; _hasLaterParameters && index < values.Length; index++)
        {
            if (Parameters[index].MinimumVersion is { } version && !ReferenceEquals(values[index], Parameters[index].Default))
            {
                scope.Require(version);
            }
        }
    }

    private OperatorError? BindPositional(CallArguments arguments, Value[] values)
    {
        var positional = arguments.Positional;
        var last = CountPositions();
        for (var index = 0; index < positional.Length; index++)
        {
            if (index == last)
            {
                return BindingErrors.TooManyPositional(this, arguments);
            }

            if (Parameters[index].IsVariadic)
            {
                values[index] = GatherVariadic(positional, index);
                return null;
            }

            values[index] = positional[index];
        }

        return null;
    }

    private int CountPositions()
    {
        var count = 0;
        while (count < Parameters.Length && !Parameters[count].IsKeywordOnly && !IsAbsent(Parameters[count]))
        {
            count++;
        }

        return count;
    }

    private bool IsAbsent(Parameter parameter) => Style != SignatureStyle.Python && NativeForms.Lacks(parameter);

    private static Value GatherVariadic(ImmutableArray<Value> positional, int first) =>
        positional.Length == first + 1 && positional[first] is TupleValue or ListValue
            ? positional[first]
            : new TupleValue([.. positional.Skip(first)]);

    // A native function looks at one parameter after the other: at the types of those before the first that is missing.
    private OperatorError? BeforeMissing(CallArguments arguments, Value[] values)
    {
        if (Style == SignatureStyle.Python || !NativeForms.IsOneForm(this, arguments))
        {
            return null;
        }

        var missing = 0;
        while (missing < values.Length && (Parameters[missing].Default is not null || values[missing] is not null))
        {
            missing++;
        }

        return missing < values.Length ? TypeChecker.CheckFirst(this, arguments, values, missing) : null;
    }

    private OperatorError? BindKeywords(CallArguments arguments, Value[] values)
    {
        foreach (var keyword in arguments.Keywords)
        {
            var index = IndexOfKeyword(keyword.Name);
            if (index < 0 && _takesAnyKeyword)
            {
                continue;
            }

            if (index < 0)
            {
                return BindingErrors.UnexpectedKeyword(this, arguments, keyword.Name);
            }

            if (values[index] is not null)
            {
                return BindingErrors.MultipleValues(this, arguments, keyword.Name);
            }

            values[index] = keyword.Value;
        }

        return null;
    }

    private int IndexOfKeyword(string name)
    {
        for (var index = 0; index < Parameters.Length; index++)
        {
            if ((Parameters[index].Name == name || Parameters[index].Alias == name) && !IsAbsent(Parameters[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private OperatorError? FillDefaults(CallArguments arguments, Value[] values)
    {
        List<Parameter>? missing = null;
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] is null)
            {
                if (Parameters[index].IsVariadic && Style == SignatureStyle.Python)
                {
                    values[index] = new TupleValue([]);
                    continue;
                }

                if (Parameters[index].Default is not { } value || (Style != SignatureStyle.Python && NativeForms.Requires(Name, Parameters[index])))
                {
                    (missing ??= []).Add(Parameters[index]);
                    continue;
                }

                values[index] = value;
            }
        }

        return missing is null ? null : BindingErrors.Missing(this, arguments, missing);
    }
}
