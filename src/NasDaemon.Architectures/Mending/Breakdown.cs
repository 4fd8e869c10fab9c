using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Architectures.Tracing.Diagnosis;

namespace NasDaemon.Architectures.Mending;

/// <summary>A source that failed, with what its trace learnt.</summary>
/// <param name="Text">The source.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="Notes">What the trace learnt.</param>
/// <param name="Request">What the network is for.</param>
internal sealed record Breakdown(SourceText Text, Failure Failure, TraceNotes Notes, TraceRequest Request);
