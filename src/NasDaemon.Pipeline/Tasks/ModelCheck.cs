using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Checks that the language model of a task is there.</summary>
internal static class ModelCheck
{
    /// <summary>Reports a model that is not there, and one that is needed and not there.</summary>
    /// <param name="task">The task.</param>
    /// <param name="reading">Where problems go.</param>
    /// <param name="strategies">The strategies, some of which need a model.</param>
    /// <param name="find">Finds a model by its name, or the one that is taken where none is named.</param>
    public static void Run(SearchTask task, FieldReading reading, IComponentSet strategies, Func<string?, ModelChoice> find)
    {
        var isNeeded = strategies.Find(task.Strategy.Name)?.Description.NeedsLanguageModel == true;
        if ((isNeeded || task.Model is not null) && find(task.Model).Failure is { } failure)
        {
            var reason = task.Model is null ? $" The strategy '{task.Strategy.Name}' needs one." : string.Empty;
            reading.Report(reading.Position(TaskFields.Model), failure.Message + reason, failure.Hint ?? "'nasdaemon model list' names those that there are.");
        }
    }
}
