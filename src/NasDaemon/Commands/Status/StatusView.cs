using System.Globalization;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Output;
using NasDaemon.Pipeline.Outbox;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NasDaemon.Commands.Status;

/// <summary>The live view: for each task that is worked on a bar, its estimated end, the best network so far and the trials that run; then what waits and what ended last.</summary>
/// <param name="zone">The user's time zone.</param>
/// <param name="width">The columns of the terminal.</param>
internal sealed class StatusView(TimeZoneInfo zone, int width)
{
    private const int EndedShown = 5;
    private const int WidestBar = 30;

    /// <summary>Draws it.</summary>
    /// <param name="snapshot">What runs, waits and has ended.</param>
    /// <returns>The view.</returns>
    public IRenderable Of(StatusSnapshot snapshot)
    {
        var rows = new List<string> { Head(snapshot) };
        foreach (var status in snapshot.Tasks.Where(status => status.Progress is not null))
        {
            rows.Add(string.Empty);
            rows.AddRange(Running(status.Task, status.Progress!, snapshot.Taken));
        }

        rows.AddRange(Others(snapshot));
        // One column without padding: each row takes one line of the terminal, unless a name is longer than that.
        var grid = new Grid { Width = width }.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0) });
        rows.ForEach(row => grid.AddRow(row));
        return grid;
    }

    private string Head(StatusSnapshot snapshot)
    {
        var now = TimeZoneInfo.ConvertTime(snapshot.Taken, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var daemon = snapshot.Daemon is { } process
            ? string.Create(CultureInfo.InvariantCulture, $"daemon {process} runs")
            : "[yellow]no daemon runs here[/]";
        return $"[bold]nasdaemon[/]  {now}  {daemon}  [grey]Ctrl+C ends the view[/]";
    }

    private IEnumerable<string> Running(TaskRecord task, TaskProgress progress, DateTimeOffset now)
    {
        var experiment = progress.Experiment;
        var (done, total) = experiment is null
            ? (progress.Counts.Finished + progress.Counts.Failed, progress.Counts.Budget)
            : (experiment.Done, experiment.Total);
        var share = progress.State == TaskState.Finishing ? 1 : Share(done, total);
        var what = progress.State == TaskState.Finishing ? "finalists train in full" : $"{done} of {total} {(experiment is null ? "networks" : "runs")}";
        yield return $"[bold]{Safe(task.Id)}[/]  [{StateColours.Of(task.State)}]{task.State.ToString().ToLowerInvariant()}[/]";
        yield return $"  {Bar(share)} {share.ToString("P0", CultureInfo.InvariantCulture)}  {what}{End(progress, now)}";
        yield return $"  {Best(progress)}";
        foreach (var trial in progress.Running)
        {
            yield return Trial(trial);
        }

        foreach (var run in experiment?.Running ?? [])
        {
            yield return $"  {Bar(Share(run.Trained, run.Budget), WidestBar / 2)} {Safe(run.Run[(run.Run.IndexOf('/', StringComparison.Ordinal) + 1)..])}  {run.Trained} of {run.Budget}";
        }
    }

    private IEnumerable<string> Others(StatusSnapshot snapshot)
    {
        var waiting = snapshot.Tasks.Where(status => status.Task.Ended is null && status.Progress is null).ToList();
        var ended = snapshot.Tasks.Where(status => status.Task.Ended is not null).TakeLast(EndedShown).Reverse().ToList();
        if (waiting.Count + ended.Count > 0)
        {
            yield return string.Empty;
        }

        foreach (var status in waiting)
        {
            yield return $"{Safe(status.Task.Id)}  waits";
        }

        foreach (var status in ended)
        {
            yield return Ended(status.Task);
        }

        if (snapshot.Tasks.IsEmpty)
        {
            yield return "No task yet. 'nasdaemon submit FILE' brings one.";
        }
    }

    private string Ended(TaskRecord task)
    {
        var at = TimeZoneInfo.ConvertTime(task.Ended!.Value, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var state = task.State.ToString().ToLowerInvariant();
        var room = width - $"{task.Id}  {state} {at}  ".Length;
        var message = task.Message is { } text && room > 0 ? $"  [grey]{Safe(Cut(text, room))}[/]" : string.Empty;
        return $"{Safe(task.Id)}  [{StateColours.Of(task.State)}]{state}[/] {at}{message}";
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..(length - 1)] + "…" : text;

    private string End(TaskProgress progress, DateTimeOffset now)
    {
        if (progress.RemainingSeconds is not { } seconds)
        {
            return string.Empty;
        }

        // The daemon's estimate is as old as its last word; the time since then has passed.
        var end = progress.Updated + TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
        var left = end > now ? end - now : TimeSpan.Zero;
        var at = TimeZoneInfo.ConvertTime(end, zone).ToString(left.TotalHours < 20 ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"  [grey]{DurationText.Of(left)} left, until {at}[/]";
    }

    private static string Best(TaskProgress progress) => progress.Best is { } best
        ? string.Create(CultureInfo.InvariantCulture, $"best [green]{best.ValidationAccuracy:P2}[/] on validation, {best.Parameters:N0} parameters (trial {best.Trial})")
        : "[grey]no network has been trained to its end yet[/]";

    private string Trial(RunningTrial trial)
    {
        var accuracy = trial.ValidationAccuracy is { } figure ? string.Create(CultureInfo.InvariantCulture, $"  {figure:P2}") : string.Empty;
        var kind = trial.Kind == TrialKind.Final ? "final" : "trial";
        return $"  {Bar(Share(trial.Epoch, trial.Epochs), WidestBar / 2)} {kind} {trial.Trial}  epoch {Math.Min(trial.Epoch + 1, trial.Epochs)} of {trial.Epochs}{accuracy}";
    }

    private string Bar(double share, int widest = WidestBar)
    {
        var length = Math.Min(widest, width / 3);
        var full = (int)Math.Round(share * length);
        return $"[aqua]{new string('━', full)}[/][grey]{new string('─', length - full)}[/]";
    }

    private static double Share(int done, int total) => total > 0 ? Math.Clamp((double)done / total, 0, 1) : 0;

    private static string Safe(string text) => Markup.Escape(PlainText.Of(text));
}
