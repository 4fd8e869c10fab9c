namespace NasDaemon.Commands.Tracing.Layers;

/// <summary>One module or operator of a network as a user reads it.</summary>
/// <param name="Depth">How deep it stands in the tree; 0 for the network.</param>
/// <param name="Name">The module's name and class, or the operator.</param>
/// <param name="Inputs">The shapes that it takes.</param>
/// <param name="Outputs">The shapes that it gives.</param>
/// <param name="Parameters">Elements of the parameters that are its own and were not counted above; null where there are none to tell.</param>
/// <param name="Flops">Floating-point operations for one sample; null where the rows below tell them.</param>
/// <param name="Line">The line of the source that applied it; 0 where unknown.</param>
internal sealed record LayerRow(int Depth, string Name, string Inputs, string Outputs, long? Parameters, long? Flops, int Line);
