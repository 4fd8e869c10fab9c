using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NasDaemon.Tests.Support;

/// <summary>Hands each message to the test, which waits for it.</summary>
internal sealed class WaitingLogger<TCategory> : ILogger<TCategory>
{
    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();

    public ValueTask<string> NextAsync() => _messages.Reader.ReadAsync();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Writer.TryWrite(formatter(state, exception));
}
