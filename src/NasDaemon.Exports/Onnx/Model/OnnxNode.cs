using System.Collections.Immutable;

namespace NasDaemon.Exports.Onnx.Model;

/// <summary>One application of an ONNX operator.</summary>
/// <param name="Operator">The operator's name.</param>
/// <param name="Name">A name that no other node has.</param>
/// <param name="Inputs">The values that it reads; an empty name where an optional one is left out.</param>
/// <param name="Outputs">The values that it makes.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record OnnxNode(
    string Operator, string Name, ImmutableArray<string> Inputs, ImmutableArray<string> Outputs, ImmutableArray<OnnxAttribute> Attributes);
