namespace NasDaemon.Reports.Html.Networks;

/// <summary>Puts the boxes of a row as near to where they want to be as their widths allow.</summary>
internal static class RowSpacing
{
    /// <summary>Moves them; their order stays.</summary>
    /// <param name="row">The boxes from left to right.</param>
    /// <param name="wanted">Where the middle of each wants to be.</param>
    /// <param name="gap">What stays free between two.</param>
    public static void Apply(IReadOnlyList<PlacedBlock> row, double[] wanted, double gap)
    {
        // Pushing to the right keeps the distances, and so does pushing to the left, and so does the middle of both.
        var right = (double[])wanted.Clone();
        var left = (double[])wanted.Clone();
        for (var index = 1; index < row.Count; index++)
        {
            right[index] = Math.Max(right[index], right[index - 1] + Distance(row[index - 1], row[index], gap));
        }

        for (var index = row.Count - 2; index >= 0; index--)
        {
            left[index] = Math.Min(left[index], left[index + 1] - Distance(row[index], row[index + 1], gap));
        }

        for (var index = 0; index < row.Count; index++)
        {
            row[index].X = (right[index] + left[index]) / 2;
        }
    }

    private static double Distance(PlacedBlock one, PlacedBlock other, double gap) => ((one.Width + other.Width) / 2) + gap;
}
