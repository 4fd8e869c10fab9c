using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Views;
using NasDaemon.Live.Watching;
using NasDaemon.Pipeline.Experiments;

namespace NasDaemon.Live.Serving;

/// <summary>What a page asks for when a user does: older tasks, a task that has ended, older trials.</summary>
/// <param name="store">Asked once a request.</param>
/// <param name="outbox">Knows what there is to look at.</param>
internal sealed class ViewEndpoints(ITrialStore store, OutboxFiles outbox)
{
    private const int PageLength = 50;

    /// <summary>Takes its requests.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tasks", TasksAsync);
        routes.MapGet("/tasks/{task}", TaskAsync);
        routes.MapGet("/tasks/{task}/trials", TrialsAsync);
    }

    private Task TasksAsync(HttpContext context)
    {
        var ended = store.Tasks().Where(task => task.Ended is not null && !RunId.IsRun(task.Id)).OrderByDescending(task => task.Ended);
        ImmutableArray<TaskRow> rows = [.. ended.Skip(Number(context, "skip", 0)).Take(PageLength).Select(TaskRow.Of)];
        return Answer.JsonAsync(context, rows);
    }

    private Task TaskAsync(HttpContext context) => store.Task(Task(context)) is { } task
        ? Answer.JsonAsync(context, TrialBoard.Load(store, task.Id, 0).Detail(TaskRow.Of(task), progress: null, outbox.Known(task.Id)))
        : Missing(context);

    private Task TrialsAsync(HttpContext context) => store.Task(Task(context)) is { } task
        ? Answer.JsonAsync(context, Trials(task.Id, Number(context, "before", int.MaxValue)))
        : Missing(context);

    private ImmutableArray<TrialRow> Trials(string task, int before) =>
        [.. store.Trials(task).Reverse().SkipWhile(trial => trial.Key.Number >= before).Take(PageLength).Select(TrialRow.Of)];

    private static Task Missing(HttpContext context) =>
        Answer.ErrorAsync(context, StatusCodes.Status404NotFound, "There is no such task.", "The page shows those that there are.");

    private static string Task(HttpContext context) => (string)context.Request.RouteValues["task"]!;

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
