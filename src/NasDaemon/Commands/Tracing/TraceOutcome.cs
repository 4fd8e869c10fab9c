using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Commands.Tracing.Outputs;
using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands.Tracing;

/// <summary>What became of one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Request">What it was traced for.</param>
/// <param name="Architecture">The network; null where the source was refused.</param>
/// <param name="Failure">Why it was refused; null where it was not.</param>
internal sealed record TraceOutcome(NetworkSource Source, TraceRequest Request, Architecture? Architecture, Failure? Failure)
{
    /// <summary>How the source wants its network to be made, where that was found out.</summary>
    public SourceDialect? Dialect { get; init; }

    /// <summary>The first PyTorch version that runs the source; null where 1.13 does.</summary>
    public string? MinimumVersion { get; init; }

    /// <summary>How the source asks to be trained; null where it does not say.</summary>
    public SourceRecipe? Recipe { get; init; }

    /// <summary>The applications of the network's modules, where the request asked for them.</summary>
    public ImmutableArray<ModuleCall> ModuleCalls { get; init; } = [];

    /// <summary>The fingerprint of the text; null where there is none.</summary>
    public string? SourceFingerprint { get; init; }

    /// <summary>The fingerprint of the network; null where the source was refused.</summary>
    public string? GraphFingerprint { get; init; }

    /// <summary>The files that were to be made of the network.</summary>
    public ImmutableArray<OutputFile> Files { get; init; } = [];

    /// <summary>How long it took from the text to all of this.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Whether there is a network.</summary>
    [MemberNotNullWhen(true, nameof(Architecture))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsAccepted => Architecture is not null;
}
