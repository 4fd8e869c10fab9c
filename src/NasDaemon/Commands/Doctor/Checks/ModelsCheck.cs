using NasDaemon.Commands.Models;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>Which language models are here.</summary>
internal sealed class ModelsCheck : IHealthCheck
{
    private const string Area = "language models";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        using var access = new LanguageModelAccess(context);
        var known = access.Catalogue.Models();
        var standard = access.Catalogue.Find(null);
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            .. known.Select(model => model.Problem is { } problem
                ? new Finding(Area, FindingState.Missing, $"{model.Model.Name}: {problem}", "nasdaemon model list shows what there is.")
                : new Finding(Area, FindingState.Good, $"{model.Model.Name} ({model.Model.Kind}); nasdaemon model test {model.Model.Name} tries it.")),
            standard.Model is { } taken
                ? new Finding(Area, FindingState.Good, $"Tasks that name none get {taken.Name}.")
                : new Finding(Area, FindingState.Missing, standard.Failure!.Message, standard.Failure.Hint),
        ]);
    }
}
