using System.Globalization;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>
/// The way of a file from the inbox to the store: claimed, read, and either waiting in the store or explained in the outbox.
/// Every step can be taken up again after a crash, and a file that ends the daemon three times is refused.
/// </summary>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="reader">Reads task files.</param>
/// <param name="store">Takes tasks that wait and tasks that were refused.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told what was taken and what was refused.</param>
public sealed partial class TaskIntake(DaemonFolders folders, TaskReader reader, ITrialStore store, TimeProvider time, ILogger<TaskIntake> logger)
{
    private const int MostReads = 3;
    private readonly TaskFolders _tasks = new(folders.State);

    /// <summary>Takes a file out of the inbox and all the way.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The task as it is stored, or why it was left where it is; both null where it has vanished.</returns>
    public IntakeResult Take(InboxFile file)
    {
        var claimed = new TaskClaimer(_tasks, time).TryClaim(file);
        return claimed.Claim is { } claim ? new IntakeResult(Finish(claim), null) : new IntakeResult(null, claimed.Problem);
    }

    /// <summary>Finishes what an earlier process had claimed and not stored.</summary>
    /// <returns>The tasks that were stored by this.</returns>
    public IReadOnlyList<TaskRecord> Recover()
    {
        Directory.CreateDirectory(_tasks.Tasks);
        var stored = new List<TaskRecord>();
        foreach (var folder in Directory.GetDirectories(_tasks.Tasks).Order(StringComparer.Ordinal))
        {
            if (store.Task(Path.GetFileName(folder)) is { } known)
            {
                if (known.Ended is not null)
                {
                    _tasks.PutAway(known.Id);
                }

                continue;
            }

            if (Claim.TryLoad(folder) is { } claim && (FileStatus.Of(claim.TaskFile) is not null || claim.Note.Problem is not null))
            {
                TaskClaimer.RemoveOriginal(claim, folders.Inbox);
                stored.Add(Finish(claim));
            }
            else
            {
                LogLeftover(folder);
                Directory.Delete(folder, recursive: true);
            }
        }

        return stored;
    }

    private TaskRecord Finish(Claim claim)
    {
        var reading = Read(claim);
        var id = GiveId(ref claim, reading.Name);
        var record = new TaskRecord(id, reading.Yaml, claim.Note.File, TaskState.Waiting, 0, claim.Note.Claimed);
        if (!reading.IsAccepted)
        {
            if (!File.Exists(Path.Combine(folders.Outbox, id, RejectedTask.FileName)))
            {
                RejectedTask.Publish(folders.Outbox, id, reading, claim.TaskFile);
            }

            record = record with
            {
                State = TaskState.Rejected,
                Ended = time.GetUtcNow(),
                Message = string.Join('\n', reading.Problems.Select(problem => problem.Describe(reading.File))),
            };
        }

        store.Commit(new StoreChange { Tasks = [record] });
        if (!reading.IsAccepted)
        {
            LogRejected(claim.Note.File, id, reading.Problems.Length);
            _tasks.PutAway(id);
        }
        else
        {
            LogTaken(claim.Note.File, id);
        }

        return record;
    }

    private TaskReading Read(Claim claim)
    {
        var name = TaskName.FromFile(claim.Note.File);
        if (claim.Note.Problem is { } problem)
        {
            return new TaskReading(claim.Note.File, name, string.Empty, null, [new YamlProblem(1, 1, $"The file is not read: {problem}.", "Put a plain text file there.")]);
        }

        if (claim.Note.Reads >= MostReads)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"The daemon ended {claim.Note.Reads} times while it read this file.");
            return new TaskReading(claim.Note.File, name, string.Empty, null, [new YamlProblem(1, 1, message, "Look at the log for the reason.")]);
        }

        var file = claim.With(claim.Note with { Reads = claim.Note.Reads + 1 }).TaskFile;
        var reading = reader.ReadFile(file, claim.Note.File, [claim.Folder, folders.Inbox]);
        if (reading.Reference is { File: { } reference, Source: var source })
        {
            // The task keeps what it was given: the user may change or remove the file in the inbox.
            AtomicFile.Write(Path.Combine(claim.Folder, reference), source);
        }

        return reading;
    }

    // A claim that has its id already is taken up under it; a new one gets the first that nothing else has.
    private string GiveId(ref Claim claim, string name)
    {
        var current = Path.GetFileName(claim.Folder);
        if (!current.StartsWith(TaskClaimer.ProvisionalPrefix, StringComparison.Ordinal))
        {
            return current;
        }

        for (var number = 1; ; number++)
        {
            var id = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            if (IsTaken(id))
            {
                continue;
            }

            var move = AtomicMove.Rename(claim.Folder, _tasks.Of(id));
            if (move.End == MoveEnd.Moved)
            {
                claim = claim with { Folder = _tasks.Of(id) };
                return id;
            }

            if (move.End != MoveEnd.TargetExists)
            {
                throw new IOException($"{claim.Folder} cannot be renamed to {id}: {move.Reason ?? move.End.ToString()}.");
            }
        }
    }

    private bool IsTaken(string id) =>
        _tasks.Knows(id)
        || store.Task(id) is not null
        || Path.Exists(Path.Combine(folders.Outbox, id))
        || Path.Exists(Path.Combine(folders.Outbox, "." + id));

    [LoggerMessage(21, LogLevel.Information, "{File} was taken as task {Task}")]
    private partial void LogTaken(string file, string task);

    [LoggerMessage(22, LogLevel.Warning, "{File} was refused for {Problems} reasons; they lie in the outbox under {Task}")]
    private partial void LogRejected(string file, string task, int problems);

    [LoggerMessage(23, LogLevel.Warning, "{Folder} holds no task and is removed")]
    private partial void LogLeftover(string folder);
}

/// <summary>What became of a file of the inbox.</summary>
/// <param name="Task">The task as it is stored: waiting or refused; null where it was not taken.</param>
/// <param name="Problem">Why it was left where it is; null where it was taken or has vanished.</param>
public sealed record IntakeResult(TaskRecord? Task, string? Problem);
