using System.Collections.Concurrent;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Takes what other threads have to say for a task's report, until its loop puts it into the books.</summary>
public sealed class TaskNotes
{
    private readonly ConcurrentQueue<string> _notes = [];

    /// <summary>Notes something.</summary>
    /// <param name="sentence">What the report is to say.</param>
    public void Add(string sentence) => _notes.Enqueue(sentence);

    /// <summary>Takes what was noted since the last time.</summary>
    /// <returns>The sentences in order.</returns>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_notes.TryDequeue(out var note))
        {
            taken.Add(note);
        }

        return taken;
    }
}
