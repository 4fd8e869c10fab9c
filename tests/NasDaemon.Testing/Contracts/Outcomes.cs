using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Testing.Contracts;

/// <summary>Outcomes for tests of strategies.</summary>
public static class Outcomes
{
    /// <summary>A candidate that is too large.</summary>
    public static RefusedOutcome Refused { get; } =
        new(new Failure(FailureClass.ConstraintExceeded, "It has more parameters than the task allows."));

    /// <summary>A training that ended.</summary>
    /// <param name="accuracy">The validation accuracy.</param>
    /// <returns>The outcome.</returns>
    public static TrainedOutcome Trained(double accuracy) => new(Score(accuracy));

    /// <summary>A result.</summary>
    /// <param name="accuracy">The validation accuracy.</param>
    /// <returns>The result.</returns>
    public static TrialScore Score(double accuracy) => new(accuracy, 1 - accuracy, 1, 1, 1000, 100_000);
}
