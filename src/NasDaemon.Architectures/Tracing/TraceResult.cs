using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Tracing;

/// <summary>What tracing a source gave: a network, or why there is none.</summary>
public sealed record TraceResult
{
    private TraceResult(Architecture? architecture, Failure? failure, SourceDialect? dialect) =>
        (Architecture, Failure, Dialect) = (architecture, failure, dialect);

    /// <summary>The network; null where the source was refused.</summary>
    public Architecture? Architecture { get; }

    /// <summary>Why the source was refused; null where it was not.</summary>
    public Failure? Failure { get; }

    /// <summary>How the source wants its network to be made; null where that was not found out.</summary>
    public SourceDialect? Dialect { get; }

    /// <summary>The first PyTorch version that runs the source; null where 1.13 does.</summary>
    public string? MinimumVersion { get; private init; }

    /// <summary>How the source asks to be trained; null where it does not say.</summary>
    public SourceRecipe? Recipe { get; internal init; }

    /// <summary>Every application of a module, in the order in which they begin; empty unless the request asked for them.</summary>
    public ImmutableArray<ModuleCall> ModuleCalls { get; internal init; } = [];

    /// <summary>Whether there is a network.</summary>
    [MemberNotNullWhen(true, nameof(Architecture))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsAccepted => Architecture is not null;

    /// <summary>A network.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="dialect">The source's dialect.</param>
    /// <param name="minimumVersion">The first PyTorch version that runs the source; null where 1.13 does.</param>
    /// <returns>The result.</returns>
    public static TraceResult Accepted(Architecture architecture, SourceDialect dialect, string? minimumVersion = null) =>
        new(architecture, null, dialect) { MinimumVersion = minimumVersion };

    /// <summary>A refusal.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="dialect">The source's dialect, where known.</param>
    /// <returns>The result.</returns>
    public static TraceResult Refused(Failure failure, SourceDialect? dialect = null) => new(null, failure, dialect);
}
