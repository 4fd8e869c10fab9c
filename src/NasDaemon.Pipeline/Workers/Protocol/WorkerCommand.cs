using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;

namespace NasDaemon.Pipeline.Workers.Protocol;

/// <summary>What the daemon writes to a worker's standard input, one JSON object a line. The end of the input ends the worker.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RunCommand), "run")]
[JsonDerivedType(typeof(DecideCommand), "decide")]
[JsonDerivedType(typeof(ExportCommand), "export")]
internal abstract record WorkerCommand;

/// <summary>Run a trial; the worker has none now.</summary>
/// <param name="Request">The trial.</param>
internal sealed record RunCommand(TrialRequest Request) : WorkerCommand;

/// <summary>The answer to an <see cref="EpochMessage"/>.</summary>
/// <param name="Decision">What the trial does next.</param>
internal sealed record DecideCommand(EpochDecision Decision) : WorkerCommand;

/// <summary>Write a network with its first weights; the worker has no trial now.</summary>
/// <param name="Request">The network.</param>
internal sealed record ExportCommand(ExportRequest Request) : WorkerCommand;
