using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Architectures.Emit;

/// <summary>How a network is lowered.</summary>
/// <param name="Precision">The arithmetic; weights and outputs are 32-bit floating point in either.</param>
public sealed record LoweringOptions(Precision Precision);
