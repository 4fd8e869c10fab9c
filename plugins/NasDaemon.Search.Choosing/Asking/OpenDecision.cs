namespace NasDaemon.Search.Choosing.Asking;

/// <summary>A decision that waits for an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Options">The options as text.</param>
internal sealed record OpenDecision(string Name, IReadOnlyList<string> Options);
