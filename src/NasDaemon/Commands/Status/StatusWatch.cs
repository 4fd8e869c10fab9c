using NasDaemon.Commands.Output;
using NasDaemon.Service;
using Spectre.Console;

namespace NasDaemon.Commands.Status;

/// <summary>Shows where all tasks stand until it is told to end.</summary>
/// <param name="context">The console and the clock.</param>
/// <param name="reader">Reads where they stand.</param>
internal sealed class StatusWatch(CommandContext context, StatusReader reader)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Shows it.</summary>
    /// <param name="cancellation">Ends it, which is no failure.</param>
    /// <returns>When it was told to end.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await (context.Terminal is { } terminal ? DrawAsync(terminal, cancellation) : TellAsync(cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever watches ends it so.
            await context.Output.FlushAsync(CancellationToken.None);
        }
    }

    private Task DrawAsync(IAnsiConsole terminal, CancellationToken cancellation) => terminal
        .Live(new Text(string.Empty))
        .Overflow(VerticalOverflow.Ellipsis)
        .StartAsync(async live =>
        {
            while (true)
            {
                live.UpdateTarget(new StatusView(context.Components.Time.LocalTimeZone, terminal.Profile.Width).Of(reader.Read()));
                await Task.Delay(Interval, context.Components.Time, cancellation);
            }
        });

    private async Task TellAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var snapshot = reader.Read();
            var lines = snapshot.Tasks.Select(status => context.IsJson ? Json(status) : Line(status)).ToList();
            foreach (var line in lines.Where(line => !_told.Contains(line)))
            {
                await context.Output.WriteLineAsync(line);
            }

            _told.Clear();
            _told.UnionWith(lines);
            await Task.Delay(Interval, context.Components.Time, cancellation);
        }
    }

    private static string Json(TaskStatus status) => ResultJson.WriteLine(new { status.Task.Id, status.Task.State, status.Task.Message, status.Progress });

    private static string Line(TaskStatus status) => PlainText.Of(
        status.Progress is { } progress ? ProgressLine.Of(progress) : $"{status.Task.Id}: {status.Task.State.ToString().ToLowerInvariant()}");
}
