using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>Trained networks that fit a task: its own first, then those of other tasks on the same data set, then those on other ones.</summary>
/// <param name="context">What the strategy was created with.</param>
/// <param name="dialect">How the networks are to be written.</param>
internal sealed class ArchiveExamples(StrategyContext context, Dialect dialect)
{
    private const int Most = 40;

    private readonly DialectTranslation _translation = new(context.Shape);

    /// <summary>Finds them.</summary>
    /// <returns>The networks in that order, within each part the best first; no network twice.</returns>
    public ImmutableArray<RankedExample> Find()
    {
        var dataset = context.Task.Dataset.Name;
        var alike = context.Archive.Best(dataset, Most);
        var others = alike.Count < Most ? context.Archive.Best(null, Most).Where(entry => entry.Trial.Dataset != dataset) : [];
        return
        [
            .. alike.Concat(others)
                .Select(Read)
                .OfType<RankedExample>()
                .DistinctBy(example => example.Fingerprint)
                .Take(Most),
        ];
    }

    private RankedExample? Read(ArchivedTrial entry)
    {
        var source = _translation.Translate(entry.Candidate.Candidate.Source, dialect);
        if (context.Sources.Read(source) is not { Failure: null, Architecture: { } architecture, GraphFingerprint: { } fingerprint })
        {
            return null;
        }

        var isOwn = entry.Trial.Key.Task == context.Archive.Task;
        var number = entry.Candidate.Number;
        var example = new Example(
            isOwn ? $"network {number}" : $"network {number} of {entry.Trial.Key.Task}", source, Words(entry.Trial, architecture, isOwn), isOwn ? number : null);
        return new RankedExample(example, OperatorProfile.Of(architecture), fingerprint);
    }

    private string Words(TrialRecord trial, Architecture architecture, bool isOwn)
    {
        var (score, place) = (trial.Score!, isOwn ? string.Empty : trial.Dataset == context.Task.Dataset.Name ? " in an earlier search" : $" on {trial.Dataset}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"validation accuracy {score.ValidationAccuracy:0.0000}{place} after {score.Epochs} {(score.Epochs == 1 ? "epoch" : "epochs")}, {architecture.ParameterCount:N0} parameters");
    }
}
