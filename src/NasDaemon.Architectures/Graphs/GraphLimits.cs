namespace NasDaemon.Architectures.Graphs;

/// <summary>How large a graph may grow while it is traced.</summary>
/// <param name="MaximumNodes">Operators in all, those included that nothing uses.</param>
/// <param name="MaximumElements">Elements of all operators' outputs for one sample.</param>
public sealed record GraphLimits(int MaximumNodes, long MaximumElements);
