using System.Collections.Immutable;

namespace NasDaemon.Architectures.Tests.Fingerprints;

/// <summary>What a small network computes, without any word of how its source is written.</summary>
/// <param name="Layers">The layers in order.</param>
internal sealed record NetworkPlan(ImmutableArray<LayerPlan> Layers)
{
    public static NetworkPlan Draw(Random random) =>
        new([.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => LayerPlan.Draw(random))]);

    /// <summary>Changes one thing that the network computes, trains or starts with.</summary>
    public NetworkPlan Mutate(Random random)
    {
        var at = random.Next(Layers.Length);
        return this with
        {
            Layers = random.Next(4) switch
            {
                0 when Layers.Length > 1 => Layers.RemoveAt(at),
                1 => Layers.Insert(at, LayerPlan.Draw(random)),
                2 => Layers.SetItem(at, Layers[at] with { Kind = (LayerKind)(((int)Layers[at].Kind + 1) % Enum.GetValues<LayerKind>().Length) }),
                _ => Layers.SetItem(at, Layers[at] with { Choice = (Layers[at].Choice + 1) % LayerPlan.Choices }),
            },
        };
    }
}
