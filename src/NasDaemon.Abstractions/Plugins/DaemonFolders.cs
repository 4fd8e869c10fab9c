namespace NasDaemon.Abstractions.Plugins;

/// <summary>Where the daemon keeps things, as absolute paths.</summary>
/// <param name="Inbox">Where tasks are dropped.</param>
/// <param name="Outbox">Where results appear.</param>
/// <param name="State">The daemon's own: the store, claimed tasks, checkpoints.</param>
/// <param name="Data">Data sets.</param>
/// <param name="Models">Language models.</param>
public sealed record DaemonFolders(string Inbox, string Outbox, string State, string Data, string Models)
{
    /// <summary>The user's own prompt templates, each in place of the one of the same name that came with the program; empty where there is no such folder.</summary>
    public string Prompts { get; init; } = string.Empty;

    /// <summary>The user's own networks, shown to language models beside those that came with the program; empty where there is no such folder.</summary>
    public string Library { get; init; } = string.Empty;

    /// <summary>What came with the program: <c>prompts</c> and <c>library</c> below it.</summary>
    public string Program { get; init; } = AppContext.BaseDirectory;
}
