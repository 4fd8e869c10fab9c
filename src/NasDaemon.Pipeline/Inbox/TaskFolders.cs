using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Retention;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>Where claimed tasks lie in the state folder.</summary>
/// <param name="state">The state folder.</param>
public sealed class TaskFolders(string state)
{
    /// <summary>The name of a claimed YAML file.</summary>
    public const string TaskFile = "task.yaml";

    /// <summary>The folder that holds a folder for each claimed task.</summary>
    public string Tasks { get; } = Path.Combine(Path.GetFullPath(state), "tasks");

    /// <summary>The folder that holds the YAML of tasks that have ended.</summary>
    public string Archive { get; } = Path.Combine(Path.GetFullPath(state), "archive");

    /// <summary>The folder of a task.</summary>
    /// <param name="id">The task's id.</param>
    /// <returns>The path.</returns>
    public string Of(string id) => Path.Combine(Tasks, id);

    /// <summary>Keeps the YAML and the weights of a task that has ended and deletes everything else of it. A second call does nothing.</summary>
    /// <param name="id">The task's id.</param>
    public void PutAway(string id)
    {
        var folder = Of(id);
        if (!Directory.Exists(folder))
        {
            return;
        }

        Directory.CreateDirectory(Archive);
        var yaml = Path.Combine(folder, TaskFile);
        if (File.Exists(yaml))
        {
            File.Move(yaml, Path.Combine(Archive, id + ".yaml"), overwrite: true);
            AtomicFile.SyncFolder(Archive);
        }

        new KeptWeights(state).Keep(id, folder);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Whether a task of that id was ever claimed here, as far as the folders tell.</summary>
    /// <param name="id">The id.</param>
    /// <returns>True where it was.</returns>
    public bool Knows(string id) => Directory.Exists(Of(id)) || File.Exists(Path.Combine(Archive, id + ".yaml"));
}
