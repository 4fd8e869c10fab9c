using System.Globalization;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>
/// Reads the text form of signatures: Python's own, with types that tell what is taken. <c>int[2]</c> expands one integer,
/// <c>?</c> also takes <c>None</c>, <c>|str</c> also a string, <c>dim/axis</c> has two names, <c>~inplace</c> is left out of graphs,
/// <c>bias@2.1</c> came with a later PyTorch.
/// </summary>
internal static class SignatureParser
{
    /// <summary>What stands in a signature that takes any further keyword.</summary>
    public const string AnyKeyword = "**";

    /// <summary>Reads a signature.</summary>
    /// <param name="text">The parameters, separated by commas.</param>
    /// <returns>The parameters in order.</returns>
    public static Parameter[] Parse(string text)
    {
        var parameters = new List<Parameter>();
        var keywordOnly = false;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            keywordOnly |= part == "*";
            if (part is "*" or AnyKeyword)
            {
                continue;
            }

            parameters.Add(ParseParameter(part, keywordOnly));
        }

        return [.. parameters];
    }

    private static Parameter ParseParameter(string part, bool keywordOnly)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var defaultText = equals < 0 ? null : part[(equals + 1)..].Trim();
        var head = equals < 0 ? part : part[..equals].Trim();
        var colon = head.IndexOf(':', StringComparison.Ordinal);
        var type = colon < 0 ? "any" : head[(colon + 1)..].Trim();
        var name = (colon < 0 ? head : head[..colon]).Trim();
        var isHidden = name.StartsWith('~');
        name = name.TrimStart('~');
        var isVariadic = name.StartsWith('*');
        var at = name.IndexOf('@', StringComparison.Ordinal);
        var version = at < 0 ? null : name[(at + 1)..];
        var names = (at < 0 ? name : name[..at]).TrimStart('*').Split('/');
        var takesText = type.EndsWith("|str", StringComparison.Ordinal);
        type = takesText ? type[..^4] : type;
        var isOptional = type.EndsWith('?');
        var (kind, length) = ParseType(type.TrimEnd('?'));
        return new Parameter(
            names[0],
            names.Length > 1 ? names[1] : null,
            kind,
            length,
            isOptional,
            takesText,
            defaultText is null ? null : ParseDefault(defaultText, kind),
            keywordOnly,
            isVariadic,
            version,
            isHidden);
    }

    private static (ParameterKind Kind, int Length) ParseType(string type) => type switch
    {
        "any" => (ParameterKind.Any, 0),
        "Tensor" => (ParameterKind.Tensor, 0),
        "Tensor[]" => (ParameterKind.TensorList, 0),
        "int" => (ParameterKind.Integer, 0),
        "int[]" => (ParameterKind.IntegerList, 0),
        "int[1]" => (ParameterKind.IntegerList, 1),
        "int[2]" => (ParameterKind.IntegerList, 2),
        "int[3]" => (ParameterKind.IntegerList, 3),
        "float" => (ParameterKind.Float, 0),
        "Number" => (ParameterKind.Number, 0),
        "Operand" => (ParameterKind.Operand, 0),
        "bool" => (ParameterKind.Bool, 0),
        "str" => (ParameterKind.Text, 0),
        "dtype" => (ParameterKind.ElementType, 0),
        _ => throw new ArgumentException($"'{type}' is no type of a signature.", nameof(type)),
    };

    private static Value ParseDefault(string text, ParameterKind kind) => text switch
    {
        "None" => NoneValue.Instance,
        "True" => BoolValue.True,
        "False" => BoolValue.False,
        "()" => new TupleValue([]),
        ['(', .. var items, ')'] => new TupleValue([.. items.Split(';').Select(item => new IntegerValue(long.Parse(item, CultureInfo.InvariantCulture)))]),
        ['\'', .. var inner, '\''] => new TextValue(inner),
        _ when kind is ParameterKind.Float || text.AsSpan().IndexOfAny('.', 'e') >= 0 =>
            new FloatValue(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => new IntegerValue(long.Parse(text, CultureInfo.InvariantCulture)),
    };
}
