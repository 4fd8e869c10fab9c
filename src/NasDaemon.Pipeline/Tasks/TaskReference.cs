namespace NasDaemon.Pipeline.Tasks;

/// <summary>The network that a task is to improve.</summary>
/// <param name="File">The name of its file beside the task; null where the task holds the source itself.</param>
/// <param name="Source">Its source.</param>
public sealed record TaskReference(string? File, string Source);
