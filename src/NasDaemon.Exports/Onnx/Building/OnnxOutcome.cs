using System.Collections.Immutable;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Building;

/// <summary>What became of one operator: the values that ONNX operators compute for it, or why there are none.</summary>
internal readonly struct OnnxOutcome
{
    private OnnxOutcome(ImmutableArray<OnnxValue> values, string? problem) => (Values, Problem) = (values, problem);

    /// <summary>The values, one an output; empty where there is a problem.</summary>
    public ImmutableArray<OnnxValue> Values { get; }

    /// <summary>Why the operator has no form in ONNX; null where it has.</summary>
    public string? Problem { get; }

    /// <summary>A single value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator OnnxOutcome(OnnxValue value) => new([value], null);

    /// <summary>Several values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator OnnxOutcome(ImmutableArray<OnnxValue> values) => new(values, null);

    /// <summary>A problem.</summary>
    /// <param name="problem">What it is, as the end of a sentence about the operator.</param>
    public static implicit operator OnnxOutcome(string problem) => new([], problem);
}
