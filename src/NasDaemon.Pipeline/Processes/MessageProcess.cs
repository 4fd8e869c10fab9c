using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using NasDaemon.Abstractions.Serialisation;

namespace NasDaemon.Pipeline.Processes;

/// <summary>A child process that takes commands and sends messages, one JSON object a line. Nothing that it does or writes throws here.</summary>
/// <typeparam name="TCommand">What it takes.</typeparam>
/// <typeparam name="TMessage">What it sends.</typeparam>
internal abstract class MessageProcess<TCommand, TMessage> : IAsyncDisposable
    where TMessage : class
{
    private const int LineLimit = 1 << 20;
    private const int MessagesKept = 1024;
    private static readonly TimeSpan LastWordsTime = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly Channel<TMessage> _messages = Channel.CreateBounded<TMessage>(MessagesKept);
    private readonly RecentLines _errors = new();
    private readonly Task _closing;

    /// <summary>Listens to a process that was started with <see cref="StartAsync"/>.</summary>
    /// <param name="process">The process.</param>
    protected MessageProcess(Process process)
    {
        _process = process;
        _closing = CloseAsync(Task.WhenAll(ReadMessagesAsync(), ReadErrorsAsync()));
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>The processor time that it has used; zero where it is gone.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
            catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
            {
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>What it sends; completes when its standard output ends.</summary>
    public ChannelReader<TMessage> Messages => _messages.Reader;

    /// <summary>Sends a command; a process that is gone does not get it, which its ended messages tell.</summary>
    public async Task SendAsync(TCommand command)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(RecordJson.Write(command)).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            _errors.Add($"(a command could not be sent: {exception.Message})");
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, which is what was wanted.
        }
    }

    /// <summary>Waits until it has ended and tells how.</summary>
    public async Task<ProcessExit> ExitAsync()
    {
        await _closing.ConfigureAwait(false);
        return new ProcessExit(_process.ExitCode, _errors.Text());
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await ExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    /// <summary>Starts a process whose streams are pipes.</summary>
    /// <param name="fileName">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it gets besides our own.</param>
    /// <param name="starter">What starts it.</param>
    protected static Task<Process> StartAsync(
        string fileName, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, ProcessStarter starter)
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return starter.StartAsync(start);
    }

    private async Task CloseAsync(Task reading)
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);

        // A child that the process left behind may hold its pipes open, and nobody may be there to take its messages.
        await Task.WhenAny(reading, Task.Delay(LastWordsTime)).ConfigureAwait(false);
        _messages.Writer.TryComplete();
    }

    private async Task ReadMessagesAsync()
    {
        var lines = new BoundedLineReader(_process.StandardOutput, LineLimit);
        while (await NextLineAsync(lines).ConfigureAwait(false) is { } line)
        {
            if (Parse(line) is not { } message)
            {
                // A library that prints to standard output is no reason to end anything.
                _errors.Add(line);
            }
            else if (!await TryPassOnAsync(message).ConfigureAwait(false))
            {
                break;
            }
        }

        _messages.Writer.TryComplete();
    }

    private async Task ReadErrorsAsync()
    {
        var lines = new BoundedLineReader(_process.StandardError, LineLimit);
        while (await NextLineAsync(lines).ConfigureAwait(false) is { } line)
        {
            _errors.Add(line);
        }
    }

    private async ValueTask<bool> TryPassOnAsync(TMessage message)
    {
        while (await _messages.Writer.WaitToWriteAsync().ConfigureAwait(false))
        {
            if (_messages.Writer.TryWrite(message))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<string?> NextLineAsync(BoundedLineReader lines)
    {
        try
        {
            return await lines.ReadAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // A broken pipe ends the stream like its end does.
            return null;
        }
    }

    private static TMessage? Parse(string line)
    {
        try
        {
            return line.StartsWith('{') ? RecordJson.Read<TMessage>(line) : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
