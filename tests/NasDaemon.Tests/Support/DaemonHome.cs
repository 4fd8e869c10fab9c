using NasDaemon.Testing;

namespace NasDaemon.Tests.Support;

/// <summary>A home folder with a tiny data set and quick settings.</summary>
internal sealed class DaemonHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DaemonHome(int workers = 1)
    {
        TinyDigits.Write(Combine("data", "mnist"));
        Directory.CreateDirectory(Inbox);
        File.WriteAllText(Combine("nasdaemon.yaml"), $"""
            workers:
              count: {workers}
            intake:
              scan_interval: 0.2s
              settle: 0.1s
            live:
              port: 0
            """);
    }

    public string Path => _folder.Path;

    public string Inbox => Combine("inbox");

    public string Outbox => Combine("outbox");

    public string Combine(params string[] parts) => _folder.Combine(parts);

    /// <summary>Drops a task as a careful writer does: under a hidden name first.</summary>
    public void Drop(string file, string yaml)
    {
        var hidden = System.IO.Path.Combine(Inbox, $".{file}.tmp");
        File.WriteAllText(hidden, yaml);
        File.Move(hidden, System.IO.Path.Combine(Inbox, file));
    }

    public void Dispose() => _folder.Dispose();
}
