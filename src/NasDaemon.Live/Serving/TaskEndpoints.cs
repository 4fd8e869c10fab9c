using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Live.Serving;

/// <summary>What a user wishes: check a task, bring it, cancel one. Wishes go the way of every other, through the inbox.</summary>
/// <param name="store">Knows the tasks.</param>
/// <param name="reader">Checks new ones.</param>
/// <param name="commands">Takes wishes.</param>
/// <param name="inbox">Where files lie that a task may name.</param>
internal sealed class TaskEndpoints(ITrialStore store, TaskReader reader, TaskCommands commands, string inbox)
{
    private const string Unnamed = "task.yaml";

    /// <summary>Takes its requests.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/tasks/check", CheckAsync);
        routes.MapPost("/tasks", SubmitAsync);
        routes.MapPost("/tasks/{task}/cancel", CancelAsync);
    }

    private async Task CheckAsync(HttpContext context)
    {
        var (_, reading) = await ReadAsync(context).ConfigureAwait(false);
        await Answer.JsonAsync(context, TaskCheckView.Of(reading)).ConfigureAwait(false);
    }

    private async Task SubmitAsync(HttpContext context)
    {
        var (yaml, reading) = await ReadAsync(context).ConfigureAwait(false);
        if (!reading.IsAccepted)
        {
            await Answer.JsonAsync(context, TaskCheckView.Of(reading), StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);
            return;
        }

        var dropped = commands.Submit(reading.Name, yaml, reading.Reference);
        await Answer.JsonAsync(context, new SubmittedView(Path.GetFileName(dropped)), StatusCodes.Status202Accepted).ConfigureAwait(false);
    }

    private Task CancelAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["task"]!;
        if (!TaskName.IsLegal(id) || store.Task(id) is not { } task)
        {
            return Answer.ErrorAsync(context, StatusCodes.Status404NotFound, "There is no such task.", "The page shows those that there are.");
        }

        if (task.Ended is not null)
        {
            return Answer.ErrorAsync(context, StatusCodes.Status409Conflict, "The task has ended.", "There is nothing left to cancel.");
        }

        commands.RequestCancel(id);
        return Answer.JsonAsync(context, new SubmittedView(id), StatusCodes.Status202Accepted);
    }

    private async Task<(byte[] Yaml, TaskReading Reading)> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var yaml = body.ToArray();
        return (yaml, reader.ReadBytes(yaml, Unnamed, inbox));
    }
}

/// <summary>What is wrong with a task, or what it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is, in a word or two; null where anything is wrong.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record TaskCheckView(string Name, string? Kind, ImmutableArray<YamlProblem> Problems)
{
    /// <summary>What a reading found.</summary>
    public static TaskCheckView Of(TaskReading reading) => new(
        reading.Name,
        reading switch
        {
            { Experiment: { } plan } => string.Create(CultureInfo.InvariantCulture, $"experiment of {plan.Design.RunCount:N0} runs"),
            { IsAccepted: true } => "task",
            _ => null,
        },
        reading.Problems);
}

/// <summary>A wish that was passed on.</summary>
/// <param name="Accepted">The name of the file in the inbox, or the id of the task that it is about.</param>
internal sealed record SubmittedView(string Accepted);
