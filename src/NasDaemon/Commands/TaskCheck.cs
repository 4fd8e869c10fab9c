using NasDaemon.Commands.Models;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Commands;

/// <summary>Reads task files for commands.</summary>
internal static class TaskCheck
{
    /// <summary>Reads a file and writes what is wrong with it to standard error.</summary>
    /// <param name="file">The file.</param>
    /// <param name="context">Plugins and the console.</param>
    /// <returns>What it says; null where anything is wrong.</returns>
    public static TaskReading? Read(FileInfo file, CommandContext context)
    {
        using var models = new LanguageModelAccess(context);
        var reading = context.Components.TaskReader(context.Settings.Engine, models.Catalogue).ReadFile(file.FullName, file.Name);
        foreach (var problem in reading.Problems)
        {
            context.Error.WriteLine(problem.Describe(reading.File));
        }

        return reading.IsAccepted ? reading : null;
    }
}
