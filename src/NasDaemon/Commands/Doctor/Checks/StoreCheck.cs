using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>Whether the store can be read and is whole.</summary>
internal sealed class StoreCheck : IHealthCheck
{
    private const string Area = "store";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation) => Task.FromResult(Run(context));

    private static IReadOnlyList<Finding> Run(CommandContext context)
    {
        try
        {
            using var store = context.Components.ReadStore();
            return store switch
            {
                null => [new Finding(Area, FindingState.Missing, $"There is no store in {context.Folders.State} yet.", "The daemon makes it when it starts.")],
                ISelfChecking checking => [.. checking.Check().Select(fact => new Finding(Area, fact.IsGood ? FindingState.Good : FindingState.Broken, fact.Text, fact.Remedy))],
                _ => [new Finding(Area, FindingState.Good, $"{store.Tasks().Count} tasks")],
            };
        }
        catch (Exception exception)
        {
            // A store that cannot be opened may fail in any way that its plugin knows; whatever it is, it is what this command is asked for.
            return [new Finding(Area, FindingState.Broken, $"It cannot be read: {exception.Message}", $"Keep a copy of {context.Folders.State}, and look at the log in its folder logs.")];
        }
    }
}
