using System.CommandLine;
using System.CommandLine.Completions;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Models;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.LanguageModels.Fetching;

namespace NasDaemon.Commands.Completion;

/// <summary>The names that a shell may complete, from the folders that the command line as it stands would work with.</summary>
internal static class NameCompletion
{
    /// <summary>Every task.</summary>
    /// <param name="completion">The command line as it stands.</param>
    /// <returns>Their ids.</returns>
    public static IEnumerable<CompletionItem> Tasks(CompletionContext completion) => From(completion, context => Tasks(context, _ => true));

    /// <summary>Every task, and every arm of an experiment that has begun a run.</summary>
    /// <param name="completion">The command line as it stands.</param>
    /// <returns>Their names.</returns>
    public static IEnumerable<CompletionItem> Comparable(CompletionContext completion) => From(completion, context =>
    {
        using var store = context.Components.ReadStore();
        return [.. store?.Tasks().Select(task => RunId.IsRun(task.Id) ? RunId.ArmOf(task.Id) : task.Id).Distinct(StringComparer.Ordinal) ?? []];
    });

    /// <summary>The tasks that have not ended.</summary>
    /// <param name="completion">The command line as it stands.</param>
    /// <returns>Their ids.</returns>
    public static IEnumerable<CompletionItem> OpenTasks(CompletionContext completion) => From(completion, context => Tasks(context, task => task.Ended is null));

    /// <summary>The language models that are here.</summary>
    /// <param name="completion">The command line as it stands.</param>
    /// <returns>Their names.</returns>
    public static IEnumerable<CompletionItem> Models(CompletionContext completion) => From(completion, context =>
    {
        using var access = new LanguageModelAccess(context);
        return [.. access.Catalogue.Models().Select(known => known.Model.Name)];
    });

    /// <summary>The language models that can be brought by name.</summary>
    /// <param name="completion">The command line as it stands.</param>
    /// <returns>Their names.</returns>
    public static IEnumerable<CompletionItem> KnownModels(CompletionContext completion) => KnownModel.All.Select(model => new CompletionItem(model.Name));

    /// <summary>The data sets that can be brought.</summary>
    /// <param name="completion">The command line as it stands.</param>
    /// <returns>Their names.</returns>
    public static IEnumerable<CompletionItem> Datasets(CompletionContext completion) => From(completion, context =>
        [.. context.Components.Datasets().SelectMany(provider => provider.Datasets).Where(info => info.CanFetch).Select(info => info.Name)]);

    private static List<string> Tasks(CommandContext context, Func<TaskRecord, bool> isWanted)
    {
        using var store = context.Components.ReadStore();
        return store?.Tasks().Where(task => !RunId.IsRun(task.Id) && isWanted(task)).Select(task => task.Id).ToList() ?? [];
    }

    // Settings that are wrong are for the command itself to tell; there is nothing to complete then.
    private static List<CompletionItem> From(CompletionContext completion, Func<CommandContext, List<string>> names)
    {
        using var plugins = new CommandPlugins();
        var home = SettingsCommand.HomeOf(completion.ParseResult);
        var settings = DaemonSettings.Load(SettingsCommand.ConfigOf(completion.ParseResult), home, () => plugins.Catalogue).Settings;
        return settings is null
            ? []
            : names(new CommandContext(settings, ["--home", home], plugins, new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null }, isJson: false))
                .ConvertAll(name => new CompletionItem(name));
    }
}
