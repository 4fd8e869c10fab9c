using System.Text.Json.Serialization;

namespace NasDaemon.Search.Prompting.Mixing;

/// <summary>What a bandit knows of one of its arms; older pulls count for less.</summary>
/// <param name="Reward">The rewards, discounted.</param>
/// <param name="Cost">What the pulls cost, discounted.</param>
/// <param name="Pending">Pulls whose reward is not known yet.</param>
internal sealed record BanditArm(double Reward, double Cost, int Pending)
{
    /// <summary>An arm that nobody has pulled.</summary>
    public static BanditArm New { get; } = new(0, 0, 0);

    /// <summary>How much it was pulled: pulls under way count, so that one arm does not get all of them before its first result.</summary>
    [JsonIgnore]
    public double Weight => Cost + Pending;

    /// <summary>Its reward for a unit of cost.</summary>
    [JsonIgnore]
    public double Mean => Cost > 0 ? Reward / Cost : 0;
}
