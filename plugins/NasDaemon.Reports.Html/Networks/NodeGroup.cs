using System.Collections.Immutable;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>Operators that share a box.</summary>
/// <param name="Nodes">Their places in the network, in the order of execution.</param>
/// <param name="Module">The module that the box stands for; null where it stands for the operators.</param>
internal sealed record NodeGroup(ImmutableArray<int> Nodes, string? Module);
