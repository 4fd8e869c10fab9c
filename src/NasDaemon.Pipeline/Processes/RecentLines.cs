namespace NasDaemon.Pipeline.Processes;

/// <summary>The last lines that a worker wrote to its standard error: what it had to say before it died.</summary>
internal sealed class RecentLines
{
    private const int Kept = 12;
    private const int LineLength = 300;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = [];

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line.Length > LineLength ? line[..LineLength] : line);
            if (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>The lines in order, or null where there are none.</summary>
    public string? Text()
    {
        lock (_lock)
        {
            return _lines.Count == 0 ? null : string.Join('\n', _lines);
        }
    }
}
