using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Abstractions.Training;

/// <summary>
/// Answers trainings from a table of published results instead of training: for comparing strategies in seconds. Tasks name it under
/// <c>engine</c>. It lives in the daemon's own process, is kept from task to task, and may be asked from any thread.
/// </summary>
public interface ITrainingTable
{
    /// <summary>What the table is, for reports.</summary>
    EngineInfo Info { get; }

    /// <summary>Why the table cannot be used, naming the file and the remedy; null where it can.</summary>
    string? Problem { get; }

    /// <summary>Finds what training a network gives.</summary>
    /// <param name="answers">The decisions that made the network.</param>
    /// <param name="recipe">What it is trained on, and for how long.</param>
    /// <returns>The result; null where the table has none.</returns>
    TabulatedTraining? Find(AnswerList answers, TabulatedRecipe recipe);

    /// <summary>The best validation accuracy of any network of the table.</summary>
    /// <param name="recipe">What the networks are trained on, and for how long: one that the table holds.</param>
    /// <returns>The accuracy; 0 to 1.</returns>
    double BestValidation(TabulatedRecipe recipe);
}

/// <summary>What decides about a result of a table besides the network.</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Epochs">How long it is trained.</param>
public sealed record TabulatedRecipe(string Dataset, int Epochs);

/// <summary>What a table knows of one training.</summary>
/// <param name="Validation">What the search is guided by.</param>
/// <param name="Test">What is looked at once, at the end.</param>
/// <param name="Seconds">How long the training took where it was run; the task's clock moves on by it.</param>
public sealed record TabulatedTraining(Evaluation Validation, Evaluation Test, double Seconds);
