namespace NasDaemon.Pipeline.Trials;

/// <summary>Spreads a share over classes by the method of largest remainders, so that the sum is exactly the rounded total.</summary>
internal static class Quota
{
    /// <summary>How many of each class a share takes.</summary>
    /// <param name="sizes">How many samples each class has.</param>
    /// <param name="share">The share; 0 to 1.</param>
    public static int[] Spread(IReadOnlyList<int> sizes, double share)
    {
        var total = sizes.Sum(size => (long)size);
        var wanted = (long)Math.Round(total * share, MidpointRounding.AwayFromZero);
        if (total == 0)
        {
            return [.. sizes];
        }

        var taken = sizes.Select(size => (int)(size * wanted / total)).ToArray();
        var missing = (int)(wanted - taken.Sum(count => (long)count));
        foreach (var index in Enumerable.Range(0, sizes.Count).OrderByDescending(index => sizes[index] * wanted % total).ThenBy(index => index).Take(missing))
        {
            taken[index]++;
        }

        return taken;
    }
}
