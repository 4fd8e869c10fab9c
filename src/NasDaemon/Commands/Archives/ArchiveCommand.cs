namespace NasDaemon.Commands.Archives;

/// <summary><c>nasdaemon archive</c>: takes what was learnt to another machine.</summary>
internal sealed class ArchiveCommand : DocumentedCommand
{
    /// <summary>Makes the command.</summary>
    public ArchiveCommand()
        : base("archive", "Takes what earlier searches have learnt to another machine.", "nasdaemon archive export learnt.jsonl") => Add(new ArchiveExportCommand());
}
