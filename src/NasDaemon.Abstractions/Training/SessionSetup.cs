using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Abstractions.Training;

/// <summary>What a training session is opened with.</summary>
/// <param name="Architecture">The network.</param>
/// <param name="Training">How it is trained.</param>
/// <param name="Data">Which samples.</param>
/// <param name="Seed">The seed of initialisation, order of samples, dropout and augmentation.</param>
public sealed record SessionSetup(Architecture Architecture, TrainingSettings Training, SessionData Data, long Seed);

/// <summary>The samples of a session: indices into the splits of a data set.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="ClassNumbers">For each class of the data set its number in this task; −1 where the task leaves it out.</param>
/// <param name="Train">Indices into the training split that are trained on.</param>
/// <param name="Validation">Indices into the training split that are held out; empty in final trainings.</param>
/// <param name="Test">Indices into the test split; empty while the search runs.</param>
public sealed record SessionData(
    Dataset Dataset,
    IReadOnlyList<int> ClassNumbers,
    IReadOnlyList<int> Train,
    IReadOnlyList<int> Validation,
    IReadOnlyList<int> Test);

/// <summary>The parts of a session's samples.</summary>
public enum SamplePart
{
    /// <summary>What is trained on.</summary>
    Train,

    /// <summary>What the search is guided by.</summary>
    Validation,

    /// <summary>What is touched once, at the end.</summary>
    Test,
}
