using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Commands;

/// <summary>Reads task files for commands.</summary>
internal static class TaskCheck
{
    /// <summary>Reads a file and writes what is wrong with it to standard error.</summary>
    /// <param name="file">The file.</param>
    /// <param name="context">Plugins and the console.</param>
    /// <returns>The task; null where anything is wrong.</returns>
    public static SearchTask? Read(FileInfo file, CommandContext context)
    {
        var reading = context.Components.TaskReader(context.Settings.Engine).ReadFile(file.FullName, file.Name);
        foreach (var problem in reading.Problems)
        {
            context.Error.WriteLine(problem.Describe(reading.File));
        }

        return reading.Task;
    }
}
