using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>What users ask of a running daemon, as files in the inbox: whoever may submit tasks may cancel them.</summary>
/// <param name="inbox">The inbox.</param>
public sealed class TaskCommands(string inbox)
{
    private const string CancelPrefix = ".cancel-";

    /// <summary>Puts a task file into the inbox, whole by rename; a name that is taken gets a number behind it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reference">The network that it is to improve; a file of it goes beside the task first, in place of one of the same name.</param>
    /// <returns>Where it lies now.</returns>
    public string Submit(string file, TaskReference? reference = null) =>
        Submit(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file), reference);

    /// <summary>Puts the bytes of a task file into the inbox, whole by rename; a name that is taken gets a number behind it.</summary>
    /// <param name="name">The file's name without its extension: a plain name, no path.</param>
    /// <param name="yaml">What it holds.</param>
    /// <param name="reference">The network that it is to improve; a file of it goes beside the task first, in place of one of the same name.</param>
    /// <returns>Where it lies now.</returns>
    public string Submit(string name, byte[] yaml, TaskReference? reference)
    {
        if (reference is { File: { } beside })
        {
            AtomicFile.Write(Path.Combine(inbox, beside), reference.Source);
        }

        var temporary = Path.Combine(inbox, $".{name}.{Path.GetRandomFileName()}.tmp");
        AtomicFile.Write(temporary, yaml);
        for (var number = 1; ; number++)
        {
            var target = Path.Combine(inbox, number == 1 ? $"{name}.yaml" : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.yaml"));
            var move = AtomicMove.Rename(temporary, target);
            if (move.End == MoveEnd.Moved)
            {
                return target;
            }

            if (move.End != MoveEnd.TargetExists)
            {
                File.Delete(temporary);
                throw new IOException($"{name}.yaml cannot be put into {inbox}: {move.Reason ?? move.End.ToString()}.");
            }
        }
    }

    /// <summary>Asks for the end of a task.</summary>
    /// <param name="id">The task's id.</param>
    /// <exception cref="ArgumentException">No task can have that id.</exception>
    public void RequestCancel(string id)
    {
        if (!TaskName.IsLegal(id))
        {
            throw new ArgumentException($"'{id}' is not the id of a task. See 'nasdaemon status' for those that there are.", nameof(id));
        }

        AtomicFile.Write(Path.Combine(inbox, CancelPrefix + id), string.Empty);
    }

    /// <summary>Takes the requests to end tasks. Each is given once.</summary>
    /// <returns>The ids of the tasks; tasks of some of them may not exist.</returns>
    public ImmutableArray<string> TakeCancels()
    {
        if (!Directory.Exists(inbox))
        {
            return [];
        }

        var files = Directory.GetFiles(inbox, CancelPrefix + "*");
        foreach (var file in files)
        {
            File.Delete(file);
        }

        return [.. files.Select(file => Path.GetFileName(file)[CancelPrefix.Length..]).Where(TaskName.IsLegal).Order(StringComparer.Ordinal)];
    }
}
