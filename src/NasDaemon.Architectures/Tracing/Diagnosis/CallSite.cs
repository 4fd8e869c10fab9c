using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Diagnosis;

/// <summary>A function of the source at work: which, and where it was called.</summary>
/// <param name="Function">The function.</param>
/// <param name="Place">Where the call begins.</param>
/// <param name="Outer">The function around the call; null at the top of the file.</param>
internal sealed record CallSite(FunctionValue Function, SourcePosition Place, CallSite? Outer);

/// <summary>Where a module was made.</summary>
/// <param name="Place">Where the call of its class begins.</param>
/// <param name="Within">The function around that call; null at the top of the file.</param>
internal sealed record ConstructionSite(SourcePosition Place, CallSite? Within);
