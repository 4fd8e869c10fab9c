using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Engines.Table.Cells;

/// <summary>The published notation of a cell: <c>|op~0|+|op~0|op~1|+|op~0|op~1|op~2|</c>.</summary>
internal static class CellNotation
{
    private const int LastNode = 3;
    private const int Edges = 6;

    /// <summary>Writes the cell that some answers make.</summary>
    /// <param name="answers">The answers, one an edge, in any order.</param>
    /// <returns>The notation; null where they do not make a cell.</returns>
    public static string? Of(AnswerList answers)
    {
        if (answers.Answers.Length != Edges)
        {
            return null;
        }

        var nodes = new string[LastNode];
        for (var to = 1; to <= LastNode; to++)
        {
            for (var from = 0; from < to; from++)
            {
                if (Operation(answers, from, to) is not { } operation)
                {
                    return null;
                }

                nodes[to - 1] += $"|{operation}~{from}";
            }
        }

        return string.Join('+', nodes.Select(node => node + '|'));
    }

    private static string? Operation(AnswerList answers, int from, int to) =>
        answers.Answers.FirstOrDefault(answer => answer.Name == $"cell/edge {from}→{to}")?.Text;
}
