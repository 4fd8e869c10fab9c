namespace NasDaemon.Abstractions.Storage;

/// <summary>A task as it is stored.</summary>
/// <param name="Id">Its unique name, which is also its folder in the outbox: the task's name, with <c>-2</c>, <c>-3</c>, … where that was taken.</param>
/// <param name="Yaml">The text of the YAML file.</param>
/// <param name="File">The name of the YAML file as it lay in the inbox.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Starts">How often a daemon began or resumed it since it last made progress; a task that ends its daemons shows by this number.</param>
/// <param name="Created">When it was claimed.</param>
/// <param name="SearchSeconds">Time that the search has taken so far, over all starts.</param>
/// <param name="Ended">When it ended; null while it has not.</param>
/// <param name="Message">Why it was refused, failed or cancelled; null where nothing is to be said.</param>
public sealed record TaskRecord(
    string Id,
    string Yaml,
    string File,
    TaskState State,
    int Starts,
    DateTimeOffset Created,
    double SearchSeconds = 0,
    DateTimeOffset? Ended = null,
    string? Message = null);

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>Claimed, not begun.</summary>
    Waiting,

    /// <summary>Being worked on: searching.</summary>
    Searching,

    /// <summary>Being worked on: the finalists are trained.</summary>
    Finishing,

    /// <summary>Ended with a report.</summary>
    Done,

    /// <summary>Its YAML was refused.</summary>
    Rejected,

    /// <summary>Cancelled by the user.</summary>
    Cancelled,

    /// <summary>It could not be finished.</summary>
    Failed,
}
