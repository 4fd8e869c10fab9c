using System.Text;

namespace NasDaemon.Architectures.Emit;

/// <summary>Writes the TorchScript expression that reaches a parameter or module by its name.</summary>
internal static class StatePath
{
    private static readonly HashSet<string> Keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "print",
        "raise", "return", "try", "while", "with", "yield",
    ];

    /// <summary>Writes the expression.</summary>
    /// <param name="name">The name, e.g. <c>features.0.weight</c>.</param>
    /// <returns>The expression, e.g. <c>getattr(self.features, "0").weight</c>.</returns>
    public static string Expression(string name)
    {
        var expression = new StringBuilder("self");
        foreach (var part in name.Split('.'))
        {
            if (IsIdentifier(part))
            {
                expression.Append('.').Append(part);
            }
            else
            {
                expression.Insert(0, "getattr(").Append(", \"").Append(part).Append("\")");
            }
        }

        return expression.ToString();
    }

    private static bool IsIdentifier(string part) =>
        part.Length > 0
        && (char.IsAsciiLetter(part[0]) || part[0] == '_')
        && part.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !Keywords.Contains(part);
}
