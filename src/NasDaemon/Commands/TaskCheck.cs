using NasDaemon.Commands.Models;
using NasDaemon.Commands.Output;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Commands;

/// <summary>Reads task files for commands.</summary>
internal static class TaskCheck
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="context">Plugins and the console.</param>
    /// <returns>What it says, and what is wrong with it.</returns>
    public static TaskReading Read(FileInfo file, CommandContext context)
    {
        using var models = new LanguageModelAccess(context);
        return context.Components.TaskReader(context.Settings.Engine, models.Catalogue).ReadFile(file.FullName, file.Name);
    }

    /// <summary>Writes what is wrong with a file to standard error.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="context">The console.</param>
    public static void WriteProblems(TaskReading reading, CommandContext context)
    {
        foreach (var problem in reading.Problems)
        {
            context.Error.WriteLine(PlainText.Of(problem.Describe(reading.File)));
        }
    }
}
