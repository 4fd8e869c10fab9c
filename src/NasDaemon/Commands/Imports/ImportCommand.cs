using System.CommandLine;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Commands.Output;
using NasDaemon.Pipeline.Archives;

namespace NasDaemon.Commands.Imports;

/// <summary><c>nasdaemon import</c>: takes in what another machine has trained.</summary>
internal sealed class ImportCommand : SettingsCommand
{
    private const int MostShown = 10;
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "What 'nasdaemon archive export' wrote." };

    /// <summary>Makes the command.</summary>
    public ImportCommand()
        : base("import", "Takes in what another machine has trained, so that nothing of it is trained again here.", "nasdaemon import learnt.jsonl") => Add(_file);

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var store = context.Components.OpenStore();
        ImportedArchive archive;
        try
        {
            archive = new ArchiveImporter(store, new ArchitectureTracer(TracingLimits.Default), TimeProvider.System)
                .Read(arguments.GetRequiredValue(_file).FullName, cancellation);
        }
        catch (InvalidDataException exception)
        {
            context.Error.WriteLine(PlainText.Of(exception.Message));
            return Task.FromResult(ExitCode.Failed);
        }

        if (archive.New > 0)
        {
            store.Commit(archive.Change);
        }

        Show(context, archive);
        return Task.FromResult(archive.New + archive.Known == 0 && archive.Refused.Length > 0 ? ExitCode.Failed : ExitCode.Done);
    }

    private static void Show(CommandContext context, ImportedArchive archive)
    {
        if (context.IsJson)
        {
            context.WriteJson(new { archive.Task, archive.New, archive.Known, archive.Refused });
            return;
        }

        context.Output.WriteLine($"{archive.New} trials are new here{(archive.Task is null ? string.Empty : $", as the task {archive.Task}")}; {archive.Known} were known; {archive.Refused.Length} lines were refused.");
        foreach (var refused in archive.Refused.Take(MostShown))
        {
            context.Error.WriteLine(PlainText.Of($"line {refused.Line}: {refused.Reason}"));
        }

        if (archive.Refused.Length > MostShown)
        {
            context.Error.WriteLine($"… and {archive.Refused.Length - MostShown} more; --json names all.");
        }
    }
}
