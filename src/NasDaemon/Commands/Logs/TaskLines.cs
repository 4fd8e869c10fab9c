using System.Text.RegularExpressions;

namespace NasDaemon.Commands.Logs;

/// <summary>
/// Picks the lines of a task out of the daemon's log: those that name it, and, since tasks are worked on one after another, everything
/// that was written between its begin and its end, such as a worker that was replaced. A line that goes on with another goes with it.
/// </summary>
/// <param name="task">The task's id.</param>
internal sealed class TaskLines(string task)
{
    private readonly Regex _name = new($@"(?<![\w./-]){Regex.Escape(task)}(?![\w/-]|\.\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private bool _isWorkedOn;
    private bool _isTaken;

    /// <summary>Picks the task's lines.</summary>
    /// <param name="lines">Lines of the log that follow those of the last call.</param>
    /// <returns>The task's.</returns>
    public IEnumerable<string> Of(IEnumerable<string> lines) => lines.Where(IsTaken);

    private bool IsTaken(string line)
    {
        if (LogLine.Parse(line) is not { Time: not null } parsed)
        {
            return _isTaken;
        }

        var begins = parsed.Message.StartsWith("Task ", StringComparison.Ordinal) && parsed.Message.Contains(" begins (start ", StringComparison.Ordinal);
        if (begins || parsed.Message.StartsWith("Started. Tasks come from ", StringComparison.Ordinal))
        {
            _isWorkedOn = begins && parsed.Message.StartsWith($"Task {task} begins ", StringComparison.Ordinal);
        }

        _isTaken = _isWorkedOn || _name.IsMatch(parsed.Message);
        if (parsed.Message.StartsWith($"Task {task}: the report is in ", StringComparison.Ordinal)
            || parsed.Message.StartsWith($"Task {task} is set aside: ", StringComparison.Ordinal)
            || parsed.Message.Contains($" {task} is put down; ", StringComparison.Ordinal))
        {
            _isWorkedOn = false;
        }

        return _isTaken;
    }
}
