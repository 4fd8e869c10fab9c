using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Prompting.Memory;

/// <summary>Tells a model in words what became of its network.</summary>
internal static class OutcomeWords
{
    /// <summary>Puts an outcome into words.</summary>
    /// <param name="source">The network's source.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="best">The best validation accuracy before it; null where there was none.</param>
    /// <returns>One or two sentences.</returns>
    public static string Of(string source, Outcome outcome, double? best) => outcome switch
    {
        TrainedOutcome trained => $"{Result(trained.Result)}{Against(trained.Result.ValidationAccuracy, best)}.",
        DuplicateOutcome duplicate => $"the same network as an earlier one, with {Result(duplicate.Result)}. Repeats are of no use.",
        RefusedOutcome refused => $"refused. {Diagnosis(source, refused.Failure)}",
        FailedOutcome failed => $"its training failed. {Diagnosis(source, failed.Failure)}",
        DroppedOutcome dropped => $"not trained. {dropped.Reason}",
        _ => "its result is not known yet.",
    };

    private static string Result(TrialScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"validation accuracy {score.ValidationAccuracy:0.0000} and loss {score.ValidationLoss:0.000} after {score.Epochs} {(score.Epochs == 1 ? "epoch" : "epochs")}, {score.Parameters:N0} parameters");

    private static string Against(double accuracy, double? best) => best switch
    {
        null => string.Empty,
        { } before when accuracy > before => string.Create(CultureInfo.InvariantCulture, $", the best so far by {accuracy - before:0.0000}"),
        { } before => string.Create(CultureInfo.InvariantCulture, $", {before - accuracy:0.0000} below the best"),
    };

    private static string Diagnosis(string source, Failure failure)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var place = failure.Line is >= 1 and var line && line <= lines.Length ? $" in: {lines[line - 1].Trim()}" : string.Empty;
        return $"{failure.Message}{place} {failure.Hint}".TrimEnd();
    }
}
