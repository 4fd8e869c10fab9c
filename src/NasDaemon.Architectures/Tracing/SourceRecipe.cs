using System.Collections.Immutable;

namespace NasDaemon.Architectures.Tracing;

/// <summary>How a source of the LEMUR dialect asks to be trained. It is recorded; a task's own recipe decides.</summary>
/// <param name="Optimizer">The optimizer's class (<c>SGD</c>, <c>AdamW</c>); null where the source names none.</param>
/// <param name="OptimizerArguments">Its arguments by name, as far as they are numbers or texts that the source or its hyper-parameters tell.</param>
/// <param name="Loss">The loss's class (<c>CrossEntropyLoss</c>); null where the source names none.</param>
/// <param name="LossArguments">Its arguments by name.</param>
public sealed record SourceRecipe(
    string? Optimizer,
    ImmutableSortedDictionary<string, HyperParameter> OptimizerArguments,
    string? Loss,
    ImmutableSortedDictionary<string, HyperParameter> LossArguments);
