namespace NasDaemon.Search.Prompting.Memory;

/// <summary>An earlier proposal as a prompt shows it.</summary>
/// <param name="Number">The candidate's number.</param>
/// <param name="Source">Its source.</param>
/// <param name="Outcome">What became of it, with the diagnosis where it failed.</param>
internal sealed record Attempt(int Number, string Source, string Outcome);
