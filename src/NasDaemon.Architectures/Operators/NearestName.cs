namespace NasDaemon.Architectures.Operators;

/// <summary>Finds the known name that a wrong one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>Finds the nearest name.</summary>
    /// <param name="wrong">The name that is not known.</param>
    /// <param name="known">The names that are.</param>
    /// <returns>The nearest within a third of the length in edits; null where none is near.</returns>
    public static string? Find(string wrong, IEnumerable<string> known)
    {
        if (wrong.Length > 64)
        {
            return null;
        }

        var bound = Math.Max(1, wrong.Length / 3);
        string? nearest = null;
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - wrong.Length) > bound)
            {
                continue;
            }

            var distance = Distance(wrong, name);
            if (distance <= bound)
            {
                (nearest, bound) = (name, distance - 1);
            }
        }

        return nearest;
    }

    /// <summary>Finds the only near name.</summary>
    /// <param name="wrong">The name that is not known.</param>
    /// <param name="known">The names that are.</param>
    /// <returns>The nearest; null where none is near, and where two are equally near.</returns>
    public static string? FindOnly(string wrong, IEnumerable<string> known)
    {
        var names = known.ToList();
        return Find(wrong, names) is { } nearest && Find(wrong, names.Where(name => name != nearest)) is var second
            && (second is null || Distance(wrong, second) > Distance(wrong, nearest))
            ? nearest
            : null;
    }

    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = char.ToLowerInvariant(left[row - 1]) == char.ToLowerInvariant(right[column - 1]) ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + same);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
