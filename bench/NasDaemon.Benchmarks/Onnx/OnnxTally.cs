using System.Globalization;
using NasDaemon.Testing.Onnx;

namespace NasDaemon.Benchmarks.Onnx;

/// <summary>What became of the networks of one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Sources">How many sources it has.</param>
/// <param name="Verdicts">The verdicts on those that are read.</param>
internal sealed record OnnxTally(string Group, int Sources, IReadOnlyList<OnnxVerdict> Verdicts)
{
    /// <summary>The names above the columns.</summary>
    public static string Head { get; } = $"{"",-22}{"sources",9}{"read",7}{"written",9}{"open batch",12}{"checked",9}{"compared",10}{"equal",7}{"largest distance",18}";

    /// <summary>The figures in columns.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Group,-22}{Sources,9}{Verdicts.Count,7}{Count(one => one.Refusals.IsEmpty),9}{Count(one => one.IsOpen),12}{Count(one => one.IsChecked),9}{Count(one => one.Problem is null),10}{Count(one => one.Agrees),7}{Verdicts.Max(one => one.Distance) ?? 0,18:0.0e+0}");

    private int Count(Func<OnnxVerdict, bool> condition) => Verdicts.Count(condition);
}
