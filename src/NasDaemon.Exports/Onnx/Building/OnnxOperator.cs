namespace NasDaemon.Exports.Onnx.Building;

/// <summary>Writes one operator of a graph in terms of ONNX.</summary>
/// <param name="call">The operator's application.</param>
/// <returns>The values, or a problem.</returns>
internal delegate OnnxOutcome OnnxRule(NodeCall call);

/// <summary>How one operator of our graphs is written in ONNX.</summary>
/// <param name="Name">The operator's name in graphs.</param>
/// <param name="Written">What it becomes, for the documentation.</param>
/// <param name="Rule">Writes it.</param>
internal sealed record OnnxOperator(string Name, string Written, OnnxRule Rule);
