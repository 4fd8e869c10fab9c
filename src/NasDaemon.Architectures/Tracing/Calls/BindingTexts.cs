using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Python's words for arguments that do not fit.</summary>
internal static class BindingTexts
{
    /// <summary>More positions than parameters.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The message.</returns>
    public static string TooMany(FunctionValue function, CallArguments arguments)
    {
        var (most, least) = (0, 0);
        for (var index = 0; index < function.Parameters.Length; index++)
        {
            if (function.Parameters[index].Kind is ParameterKind.PositionalOnly or ParameterKind.Standard)
            {
                most++;
                least += function.Defaults[index] is null ? 1 : 0;
            }
        }

        var given = arguments.Positional.Length;
        var takes = least == most ? $"{most}" : $"from {least} to {most}";
        var plural = most == 1 && least == most ? string.Empty : "s";
        var keywordOnly = arguments.Keywords.Count(keyword =>
            function.Parameters.Any(parameter => parameter.Name == keyword.Name && parameter.Kind == ParameterKind.KeywordOnly));
        var extra = keywordOnly == 0
            ? string.Empty
            : $" positional argument{(given == 1 ? string.Empty : "s")} (and {keywordOnly} keyword-only argument{(keywordOnly == 1 ? string.Empty : "s")})";
        var verb = given == 1 && keywordOnly == 0 ? "was" : "were";
        return $"{function.QualifiedName}() takes {takes} positional argument{plural} but {given}{extra} {verb} given";
    }

    /// <summary>Parameters without an argument.</summary>
    /// <param name="function">The function.</param>
    /// <param name="missing">The parameters.</param>
    /// <returns>The message.</returns>
    public static string Missing(FunctionValue function, List<Parameter> missing)
    {
        var positional = missing.Where(parameter => parameter.Kind != ParameterKind.KeywordOnly).ToList();
        var shown = positional.Count > 0 ? positional : missing;
        var kind = positional.Count > 0 ? "positional" : "keyword-only";
        return Missing(function.QualifiedName, kind, shown.Select(parameter => parameter.Name));
    }

    /// <summary>More positions than parameters of a built-in method that is written in Python.</summary>
    /// <param name="function">The method.</param>
    /// <param name="given">How many arguments there are by position, the object included.</param>
    /// <returns>The message.</returns>
    public static string TooMany(BuiltinFunction function, int given)
    {
        var (most, least) = (function.Positions, function.Required);
        var takes = least == most ? $"{most}" : $"from {least} to {most}";
        var plural = most == 1 && least == most ? string.Empty : "s";
        return $"{function.ShownName}() takes {takes} positional argument{plural} but {given} were given";
    }

    /// <summary>Parameters without an argument.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="kind">How they are given.</param>
    /// <param name="parameters">Their names.</param>
    /// <returns>The message.</returns>
    public static string Missing(string function, string kind, IEnumerable<string> parameters)
    {
        var names = parameters.Select(name => $"'{name}'").ToList();
        var listed = names.Count switch
        {
            1 => names[0],
            2 => $"{names[0]} and {names[1]}",
            _ => $"{string.Join(", ", names.SkipLast(1))}, and {names[^1]}",
        };
        return $"{function}() missing {names.Count} required {kind} argument{(names.Count == 1 ? string.Empty : "s")}: {listed}";
    }
}
