using FsCheck;
using FsCheck.Fluent;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tests.Tracing;

namespace NasDaemon.Architectures.Tests.Fingerprints;

/// <summary>From the text on: what is written differently is joined, what computes or trains differently is kept apart.</summary>
public sealed class SourceStyleProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Compute_OnePlanInTwoStyles_IsTheSame() => Check.One(Runs, Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var plan = NetworkPlan.Draw(random);
        var (first, second) = (PlanWriter.Write(plan, random), PlanWriter.Write(plan, random));
        return (Fingerprint(first) == Fingerprint(second)).Label($"{first}\n\n{second}");
    }));

    [Fact]
    public void Compute_OneChangeOfThePlan_Differs() => Check.One(Runs, Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var plan = NetworkPlan.Draw(random);
        var changed = plan.Mutate(random);
        var (first, second) = (PlanWriter.Write(plan, random), PlanWriter.Write(changed, random));
        var isSame = plan.Layers.SequenceEqual(changed.Layers);
        return ((Fingerprint(first) == Fingerprint(second)) == isSame).Label($"{first}\n\n{second}");
    }));

    private static string Fingerprint(string source) => GraphFingerprint.Compute(Traces.Accept(source));
}
