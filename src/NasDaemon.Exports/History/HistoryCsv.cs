using System.Globalization;

namespace NasDaemon.Exports.History;

/// <summary>Writes every trial of every task as a table that spreadsheets and data frames read.</summary>
public static class HistoryCsv
{
    private static readonly char[] Special = [',', '"', '\n', '\r'];
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t'];

    /// <summary>Writes the table.</summary>
    /// <param name="tasks">The history.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>How many trials there are.</returns>
    public static int Write(IEnumerable<HistoryTask> tasks, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("task,trial,candidate,kind,state,dataset,strategy,validation_accuracy,validation_loss,epochs,seconds,parameters,flops,test_accuracy,failure,graph_fingerprint,recipe_fingerprint,created,ended\n");
        var count = 0;
        foreach (var task in tasks)
        {
            var candidates = task.Candidates.ToDictionary(candidate => candidate.Number);
            foreach (var trial in task.Trials)
            {
                object?[] cells =
                [
                    trial.Key.Task, trial.Key.Number, trial.Candidate, trial.Kind, trial.State, trial.Dataset,
                    candidates.GetValueOrDefault(trial.Candidate)?.Candidate.Origin.Strategy,
                    trial.Score?.ValidationAccuracy, trial.Score?.ValidationLoss, trial.Score?.Epochs, trial.Score?.Seconds, trial.Score?.Parameters, trial.Score?.Flops,
                    trial.Test?.Accuracy, trial.Failure?.Message, trial.GraphFingerprint, trial.RecipeFingerprint, trial.Created, trial.Ended,
                ];
                writer.Write(string.Join(',', cells.Select(Cell)) + "\n");
                count++;
            }
        }

        return count;
    }

    private static string Cell(object? value) => value switch
    {
        null => string.Empty,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        Enum name => name.ToString().ToLowerInvariant(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString()!),
    };

    // A spreadsheet takes a text that begins like a formula for one.
    private static string Text(string text)
    {
        var harmless = text.Length > 0 && Formula.Contains(text[0]) ? "'" + text : text;
        return harmless.IndexOfAny(Special) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
