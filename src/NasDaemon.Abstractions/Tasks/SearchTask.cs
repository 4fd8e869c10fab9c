using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Abstractions.Tasks;

/// <summary>A validated task: what one YAML file asks for, every default filled in.</summary>
/// <param name="Name">The task's name: lower-case letters, digits and hyphens, 1 to 64 characters.</param>
/// <param name="Request">Free text for language models; empty where none was given.</param>
/// <param name="Dataset">Which samples are learnt from.</param>
/// <param name="Space">The search space with its options.</param>
/// <param name="Strategy">The search strategy with its options.</param>
/// <param name="Estimator">The performance estimator with its options.</param>
/// <param name="Engine">The training engine with its options.</param>
/// <param name="Constraints">What an architecture may cost.</param>
/// <param name="Training">How a network is trained.</param>
/// <param name="Budget">When the search ends.</param>
/// <param name="Final">What happens to the best after the search.</param>
/// <param name="Seed">The seed of everything random in the task; 0 to 2³¹ − 1.</param>
public sealed record SearchTask(
    string Name,
    string Request,
    DatasetSelection Dataset,
    ComponentSelection Space,
    ComponentSelection Strategy,
    ComponentSelection Estimator,
    ComponentSelection Engine,
    Constraints Constraints,
    TrainingSettings Training,
    Budget Budget,
    FinalSettings Final,
    int Seed)
{
    /// <summary>The language model to ask, by its name in the settings; null for the one of tasks that name none.</summary>
    public string? Model { get; init; }

    /// <summary>What the search knows of earlier ones.</summary>
    public PriorSelection Prior { get; init; } = PriorSelection.Archive;

    /// <summary>How many of the best networks of earlier tasks are proposed before the strategy begins; at least 0.</summary>
    public int WarmStart { get; init; }

    /// <summary>The source of a network that the user wants improved; null where none was given.</summary>
    public string? Reference { get; init; }

    /// <summary>What the report is to say of how the task was read, one sentence each.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>A component of a plugin, chosen by name, with the options the task gives it.</summary>
/// <param name="Name">The component's name.</param>
/// <param name="Options">Its options, defaults filled in.</param>
public sealed record ComponentSelection(string Name, OptionValues Options);

/// <summary>Which samples are learnt from.</summary>
/// <param name="Name">The data set's name.</param>
/// <param name="Classes">The classes to keep, by name, in the order that numbers them; empty keeps all.</param>
/// <param name="ValidationShare">The share of the training samples that is held out for the search; above 0, below 1.</param>
/// <param name="SubsetShare">The share of the training samples that is used at all; above 0, at most 1.</param>
public sealed record DatasetSelection(string Name, ImmutableArray<string> Classes, double ValidationShare, double SubsetShare)
{
    /// <inheritdoc/>
    public bool Equals(DatasetSelection? other) => other is not null
        && (Name, ValidationShare, SubsetShare) == (other.Name, other.ValidationShare, other.SubsetShare)
        && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Classes.Length, ValidationShare, SubsetShare);
}

/// <summary>What an architecture may cost; null means no constraint of the task's own (the tracer's limits still hold).</summary>
/// <param name="MaximumParameters">Largest number of parameters.</param>
/// <param name="MaximumFlops">Largest number of floating-point operations of one sample's forward pass.</param>
/// <param name="MaximumMemoryBytes">Largest estimate of what training takes, in bytes: weights, gradients, optimizer state, activations of a batch.</param>
public sealed record Constraints(long? MaximumParameters, long? MaximumFlops, long? MaximumMemoryBytes);

/// <summary>When the search ends: as soon as one of these is reached.</summary>
/// <param name="Trials">How many networks are trained; at least 1. A network whose result an earlier task left in the store counts as trained.</param>
/// <param name="Time">How long the search may take; null without limit.</param>
/// <param name="TargetAccuracy">The validation accuracy that is good enough; null without target.</param>
public sealed record Budget(int Trials, TimeSpan? Time, double? TargetAccuracy)
{
    /// <summary>How many candidates are proposed, whether they can be trained or not; null without limit.</summary>
    public int? Proposals { get; init; }
}

/// <summary>What happens to the best after the search.</summary>
/// <param name="Finalists">How many of the best are trained on training and validation samples together; at least 1.</param>
/// <param name="Epochs">For how many epochs; at least 1.</param>
public sealed record FinalSettings(int Finalists, int Epochs);
