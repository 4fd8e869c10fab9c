using System.Collections.Immutable;
using System.Globalization;

namespace NasDaemon.Commands.Trials;

/// <summary>A column of the table of trainings.</summary>
/// <param name="Name">What users call it.</param>
/// <param name="Cell">Its text.</param>
/// <param name="Key">What it is sorted by; null where it is not.</param>
internal sealed record TrialColumn(string Name, Func<TrialRow, string> Cell, Func<TrialRow, double?>? Key = null)
{
    /// <summary>What the table is sorted by where nothing is said.</summary>
    public const string DefaultSort = "trial";

    /// <summary>Every column.</summary>
    public static ImmutableArray<TrialColumn> All { get; } =
    [
        Figure("trial", row => row.Trial.Key.Number, "0"),
        new("kind", row => Lower(row.Trial.Kind)),
        new("state", row => Lower(row.Trial.State)),
        Figure("accuracy", row => row.Trial.Score?.ValidationAccuracy, "P2") with { IsMoreBetter = true },
        Figure("loss", row => row.Trial.Score?.ValidationLoss, "0.0000"),
        Figure("test", row => row.Trial.Test?.Accuracy, "P2") with { IsMoreBetter = true },
        Figure("epochs", row => row.Trial.Score?.Epochs, "0"),
        Figure("parameters", row => row.Trial.Score?.Parameters ?? row.Candidate.Architecture?.ParameterCount, "N0"),
        Figure("flops", row => row.Trial.Score?.Flops ?? row.Candidate.Architecture?.Flops, "N0"),
        Figure("seconds", row => row.Trial.Score?.Seconds, "0.0"),
        Figure("candidate", row => row.Trial.Candidate, "0"),
        new("strategy", row => row.Candidate.Candidate.Origin.Strategy),
        new("parents", row => string.Join(' ', row.Candidate.Candidate.Origin.Parents)),
        new("graph", row => row.Trial.GraphFingerprint),
        new("failure", row => row.Trial.Failure is { } failure ? $"{Lower(failure.Class)}: {failure.Message}" : string.Empty),
    ];

    /// <summary>The columns that are shown where none are named.</summary>
    public static ImmutableArray<string> Default { get; } =
        ["trial", "kind", "state", "accuracy", "test", "epochs", "parameters", "flops", "seconds", "strategy"];

    /// <summary>The run of an experiment.</summary>
    public static TrialColumn Run { get; } = new("run", row => row.Trial.Key.Task[(row.Trial.Key.Task.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    /// <summary>The names of those that the table can be sorted by.</summary>
    public static IEnumerable<string> SortKeys => All.Where(column => column.Key is not null).Select(column => column.Name);

    /// <summary>Whether more of it is better, so that sorting puts the largest first.</summary>
    public bool IsMoreBetter { get; init; }

    /// <summary>Whether it is a number.</summary>
    public bool IsFigure => Key is not null;

    /// <summary>Finds a column.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The column; null where there is none of that name.</returns>
    public static TrialColumn? Find(string name) => All.FirstOrDefault(column => column.Name == name);

    private static TrialColumn Figure(string name, Func<TrialRow, double?> key, string format) =>
        new(name, row => key(row)?.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty, key);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
