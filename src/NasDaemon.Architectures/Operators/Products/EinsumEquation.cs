using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>The equation of <c>einsum</c> with letters in place of the dots.</summary>
internal static class EinsumEquation
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Dots = "...";

    /// <summary>Gives the dimensions that the dots stand for letters of their own, counted from the last.</summary>
    /// <param name="equation">The equation without blanks.</param>
    /// <param name="operands">The operands.</param>
    /// <returns>The equation; itself where it has no dots.</returns>
    public static string Expand(string equation, IReadOnlyList<TensorValue> operands)
    {
        if (!equation.Contains(Dots, StringComparison.Ordinal))
        {
            return equation;
        }

        var sides = equation.Split("->");
        var terms = sides[0].Split(',');
        var counts = new int[terms.Length];
        for (var index = 0; index < terms.Length && index < operands.Count; index++)
        {
            counts[index] = terms[index].Contains(Dots, StringComparison.Ordinal)
                ? Math.Clamp(operands[index].Shape.Length - (terms[index].Length - Dots.Length), 0, Letters.Length / 2)
                : 0;
        }

        var free = string.Concat(Letters.Where(letter => !equation.Contains(letter, StringComparison.Ordinal)).Take(counts.Max()));
        for (var index = 0; index < terms.Length; index++)
        {
            terms[index] = terms[index].Replace(Dots, free[Math.Max(0, free.Length - counts[index])..], StringComparison.Ordinal);
        }

        var output = sides.Length > 1
            ? sides[1].Replace(Dots, free, StringComparison.Ordinal)
            : free + Implicit(sides[0].Replace(Dots, "", StringComparison.Ordinal));
        return $"{string.Join(',', terms)}->{output}";
    }

    /// <summary>The output of an equation that names none: the letters that occur once, in order.</summary>
    /// <param name="terms">The left side.</param>
    /// <returns>The letters.</returns>
    public static string Implicit(string terms) => string.Concat(
        terms.Where(char.IsAsciiLetter).GroupBy(letter => letter).Where(group => group.Count() == 1).Select(group => group.Key).Order());
}
