using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Mixing;

/// <summary>Shares pulls between arms by what they have brought lately.</summary>
/// <remarks>
/// Discounted UCB: Garivier and Moulines, "On Upper-Confidence Bound Policies for Switching Bandit Problems", ALT 2011, section 2, with
/// rewards per cost in place of rewards, and a smaller factor before the root: their bound holds for thousands of pulls, a search has dozens.
/// </remarks>
/// <param name="Arms">The arms.</param>
internal sealed record Bandit(ImmutableArray<BanditArm> Arms)
{
    /// <summary>What a pull is worth after the next one, against before.</summary>
    public const double Discount = 0.95;

    /// <summary>The factor before the root.</summary>
    public const double Exploration = 0.4;

    /// <summary>Makes a bandit.</summary>
    /// <param name="arms">How many arms it has.</param>
    /// <returns>It, before any pull.</returns>
    public static Bandit Of(int arms) => new([.. Enumerable.Repeat(BanditArm.New, arms)]);

    /// <summary>The arm to pull next: one that was never pulled, else the one with the highest upper bound; of equal ones the first.</summary>
    /// <param name="mayPull">Which arms may be pulled; at least one.</param>
    /// <returns>Its index.</returns>
    public int Choose(Func<int, bool> mayPull)
    {
        var open = Enumerable.Range(0, Arms.Length).Where(mayPull).ToList();
        var total = open.Sum(index => Arms[index].Weight);
        return open.MaxBy(index => Bound(Arms[index], total));
    }

    /// <summary>A pull begins.</summary>
    /// <param name="arm">The arm.</param>
    /// <returns>The bandit then.</returns>
    public Bandit Begin(int arm) => new(Arms.SetItem(arm, Arms[arm] with { Pending = Arms[arm].Pending + 1 }));

    /// <summary>A pull has ended.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="reward">What it brought, 0 to 1.</param>
    /// <param name="cost">What it cost, above 0 to 1.</param>
    /// <returns>The bandit then.</returns>
    public Bandit End(int arm, double reward, double cost) => new(
    [
        .. Arms.Select((known, index) => index == arm
            ? new BanditArm((known.Reward * Discount) + reward, (known.Cost * Discount) + cost, Math.Max(0, known.Pending - 1))
            : known with { Reward = known.Reward * Discount, Cost = known.Cost * Discount }),
    ]);

    private static double Bound(BanditArm arm, double total) =>
        arm.Weight <= 0 ? double.PositiveInfinity : arm.Mean + (Exploration * Math.Sqrt(Math.Log(Math.Max(Math.E, total)) / arm.Weight));
}
