using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Storage;

/// <summary>A trial as it is stored.</summary>
/// <param name="Key">Task and number.</param>
/// <param name="Candidate">The number of the candidate that it trains.</param>
/// <param name="Kind">Search, or final.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="GraphFingerprint">The network's graph fingerprint.</param>
/// <param name="RecipeFingerprint">MD5 over the recipe, as 32 hexadecimal digits.</param>
/// <param name="Recipe">The recipe as JSON.</param>
/// <param name="Score">How good it is so far; null before its first epoch has ended.</param>
/// <param name="Test">The evaluation on the test split; only of final trials.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
/// <param name="Starts">How often it was begun or resumed; 0 while it waits, and for good where it repeats the result of an earlier task.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Ended">When it ended; null while it has not.</param>
public sealed record TrialRecord(
    TrialKey Key,
    int Candidate,
    TrialKind Kind,
    TrialState State,
    string Dataset,
    string GraphFingerprint,
    string RecipeFingerprint,
    string Recipe,
    TrialScore? Score,
    Evaluation? Test,
    Failure? Failure,
    int Starts,
    DateTimeOffset Created,
    DateTimeOffset? Ended)
{
    /// <summary>Whether it was not trained, but has the result that an earlier task has for the same network and recipe.</summary>
    [JsonIgnore]
    public bool IsTakenOver => Starts == 0 && Score is not null;
}

/// <summary>Names a trial.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Number">The trial's number in the task, from 1 in the order of creation.</param>
public sealed record TrialKey(string Task, int Number);

/// <summary>What a trial is for.</summary>
public enum TrialKind
{
    /// <summary>It guides the search; the validation split judges it.</summary>
    Search,

    /// <summary>It trains a finalist on training and validation samples; the test split judges it.</summary>
    Final,
}

/// <summary>Where a trial stands.</summary>
public enum TrialState
{
    /// <summary>Waits for a worker.</summary>
    Waiting,

    /// <summary>A worker has it.</summary>
    Running,

    /// <summary>Set aside by the estimator; it can go on.</summary>
    Paused,

    /// <summary>Trained to the end.</summary>
    Finished,

    /// <summary>Ended early by the estimator; its score stands.</summary>
    Stopped,

    /// <summary>Failed.</summary>
    Failed,
}
