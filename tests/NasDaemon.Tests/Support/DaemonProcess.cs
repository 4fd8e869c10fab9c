using System.Diagnostics;

namespace NasDaemon.Tests.Support;

/// <summary>The real daemon as a child process, told by a real notify socket when it is ready.</summary>
internal sealed class DaemonProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private DaemonProcess(Process process, NotifySocket manager, Task<string> output) =>
        (_process, Manager, Output) = (process, manager, output);

    /// <summary>The service manager's side of the notify socket.</summary>
    public NotifySocket Manager { get; }

    /// <summary>What it wrote to its console, when it has ended.</summary>
    public Task<string> Output { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts the daemon and waits until it says that it is ready.</summary>
    public static async Task<DaemonProcess> StartAsync(DaemonHome home, params (string Name, string Value)[] variables)
    {
        var manager = new NotifySocket($"@nasdaemon-test-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo(Build.Executable, ["run", "--home", home.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home.Path,
        };
        start.Environment["NOTIFY_SOCKET"] = manager.Address;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var daemon = new DaemonProcess(process, manager, ReadAsync(process));
        await manager.WaitForAsync("READY=1", Patience);
        return daemon;
    }

    /// <summary>The process ids of its workers.</summary>
    public IReadOnlyList<int> Workers() =>
        [.. Directory.GetDirectories($"/proc/{Id}/task").SelectMany(thread => Children(Path.Combine(thread, "children")))];

    /// <summary>Asks it to stop and waits for its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal.Send(Id, SigTerm);
        return await EndAsync();
    }

    /// <summary>Kills it without warning.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Manager.Dispose();
        _process.Dispose();
    }

    // A thread may end between being listed and being looked at.
    private static IEnumerable<int> Children(string path) =>
        File.Exists(path) ? File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse) : [];

    private static async Task<string> ReadAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        return await output + await error;
    }

    private async Task<int> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }
}
