using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Workers.Protocol;

/// <summary>What a worker writes to its standard output, one JSON object a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HeartbeatMessage), "heartbeat")]
[JsonDerivedType(typeof(EngineMessage), "engine")]
[JsonDerivedType(typeof(EpochMessage), "epoch")]
[JsonDerivedType(typeof(EndMessage), "end")]
[JsonDerivedType(typeof(ExportedMessage), "exported")]
internal abstract record WorkerMessage;

/// <summary>The trial makes progress: some batches were trained since the last message.</summary>
internal sealed record HeartbeatMessage : WorkerMessage;

/// <summary>What trains; sent before the first epoch of a trial.</summary>
/// <param name="Engine">The engine.</param>
internal sealed record EngineMessage(EngineInfo Engine) : WorkerMessage;

/// <summary>An epoch ended; the worker waits for a <see cref="DecideCommand"/>.</summary>
/// <param name="Metrics">Its figures.</param>
internal sealed record EpochMessage(EpochMetrics Metrics) : WorkerMessage;

/// <summary>The trial ended; the worker waits for the next <see cref="RunCommand"/>.</summary>
/// <param name="Result">How it ended.</param>
internal sealed record EndMessage(TrialResult Result) : WorkerMessage;

/// <summary>An <see cref="ExportCommand"/> was carried out; the worker waits for the next command.</summary>
/// <param name="Failure">Why there is no file; null where there is one.</param>
internal sealed record ExportedMessage(Failure? Failure) : WorkerMessage;
