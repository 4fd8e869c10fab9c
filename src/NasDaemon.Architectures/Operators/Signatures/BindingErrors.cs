namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>Error texts for arguments that do not fit a signature.</summary>
internal static class BindingErrors
{
    /// <summary>More arguments by position than there are parameters.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The error.</returns>
    public static OperatorError TooManyPositional(Signature signature, CallArguments arguments)
    {
        if (!NativeForms.IsOneForm(signature, arguments))
        {
            return Combination(signature, arguments);
        }

        var self = signature.HasSelf ? 1 : signature.IsMethod ? -1 : 0;
        if (signature.IsMethod && signature.Parameters.Length == 1)
        {
            return OperatorError.Type($"_TensorBase.{signature.Name}() takes no arguments ({arguments.Positional.Length + self} given)");
        }

        var most = self + signature.Parameters.Count(parameter =>
            !parameter.IsKeywordOnly && (signature.Style == SignatureStyle.Python || !NativeForms.Lacks(parameter)));
        var least = self + signature.Parameters.Count(parameter => !parameter.IsKeywordOnly && parameter.Default is null);
        var given = self + arguments.Positional.Length;
        var verb = given == 1 ? "was" : "were";
        return signature.Style == SignatureStyle.Python
            ? OperatorError.Type(least == most
                ? $"{signature.Name}() takes {Count(most, "positional argument")} but {given} {verb} given"
                : $"{signature.Name}() takes from {least} to {Count(most, "positional argument")} but {given} {verb} given")
            : OperatorError.Type($"{signature.Name}() takes {Count(most, "positional argument")} but {given} {verb} given");
    }

    /// <summary>A keyword that is no parameter.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="keyword">The keyword.</param>
    /// <returns>The error.</returns>
    public static OperatorError UnexpectedKeyword(Signature signature, CallArguments arguments, string keyword) =>
        !NativeForms.IsOneForm(signature, arguments)
            ? Combination(signature, arguments)
            : OperatorError.Type($"{signature.Name}() got an unexpected keyword argument '{keyword}'") with { Hint = NearestKeyword(signature, keyword) };

    /// <summary>A parameter given by position and by name.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="keyword">The keyword.</param>
    /// <returns>The error.</returns>
    public static OperatorError MultipleValues(Signature signature, CallArguments arguments, string keyword) =>
        !NativeForms.IsOneForm(signature, arguments)
            ? Combination(signature, arguments)
            : OperatorError.Type($"{signature.Name}() got multiple values for argument '{keyword}'");

    /// <summary>Parameters without an argument.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="missing">The parameters.</param>
    /// <returns>The error.</returns>
    public static OperatorError Missing(Signature signature, CallArguments arguments, IReadOnlyList<Parameter> missing)
    {
        if (!NativeForms.IsOneForm(signature, arguments))
        {
            return Combination(signature, arguments);
        }

        if (signature.Style != SignatureStyle.Python)
        {
            var listed = string.Join(", ", missing.Select(parameter => $"\"{parameter.Name}\""));

            // PyTorch has its plural the wrong way round.
            var noun = missing.Count == 1 ? "arguments" : "argument";
            return OperatorError.Type($"{signature.Name}() missing {missing.Count} required positional {noun}: {listed}");
        }

        var kind = missing[0].IsKeywordOnly ? "keyword-only" : "positional";
        return OperatorError.Type(
            $"{signature.Name}() missing {Count(missing.Count, $"required {kind} argument")}: {Join(missing)}");
    }

    /// <summary>Arguments that fit none of several forms.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The error.</returns>
    public static OperatorError Combination(Signature signature, CallArguments arguments)
    {
        var positional = signature.IsMethod ? arguments.Positional.Skip(1) : arguments.Positional;
        var given = positional.Select(value => value.TypeName)
            .Concat(arguments.Keywords.Select(keyword => $"{keyword.Name}={keyword.Value.TypeName}"));
        return OperatorError.Type(
            $"{signature.Name}() received an invalid combination of arguments - got ({string.Join(", ", given)}), but expected one of:");
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Join(IReadOnlyList<Parameter> missing)
    {
        var quoted = missing.Select(parameter => $"'{parameter.Name}'").ToArray();
        return quoted.Length switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} and {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, and {quoted[^1]}",
        };
    }

    private static string? NearestKeyword(Signature signature, string keyword)
    {
        var nearest = NearestName.Find(keyword, signature.Parameters.Select(parameter => parameter.Name));
        return nearest is null ? null : $"Did you mean '{nearest}'?";
    }
}
