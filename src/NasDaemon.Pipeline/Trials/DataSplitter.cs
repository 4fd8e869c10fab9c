using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Randomness;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Trials;

/// <summary>
/// Chooses the samples of a trial: keeps the task's classes, draws the subset, holds out the validation samples, and draws
/// this fidelity's share of the rest. Every draw is stratified by class and has exactly the rounded size. Smaller shares are
/// contained in larger ones, and the validation samples do not depend on the share.
/// </summary>
/// <param name="random">The task's randomness.</param>
public sealed class DataSplitter(IRandomStreams random)
{
    private const string Purpose = "data/split";

    /// <summary>Chooses the samples.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="selection">What the task takes of it.</param>
    /// <param name="dataShare">The share of the training samples that this fidelity uses.</param>
    /// <param name="kind">A final trial trains on the validation samples too and is judged by the test split.</param>
    /// <returns>The indices, in ascending order.</returns>
    public SessionData Split(Dataset dataset, DatasetSelection selection, double dataShare, TrialKind kind)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(selection);
        var numbers = ClassNumbers(dataset.Info, selection);
        var classes = Shuffled(dataset.Train.Labels, numbers);
        var subset = Quota.Spread(Sizes(classes), selection.SubsetShare);
        var heldOut = Quota.Spread(subset, selection.ValidationShare);
        var rest = subset.Zip(heldOut, (all, held) => all - held).ToArray();
        var trained = Quota.Spread(rest, dataShare);

        // Within a class: first the held-out samples, then the training samples of this share, then those of larger shares.
        return kind == TrialKind.Search
            ? new SessionData(dataset, numbers, Take(classes, heldOut, trained), Take(classes, new int[classes.Length], heldOut), [])
            : new SessionData(dataset, numbers, Take(classes, new int[classes.Length], subset), [], Kept(dataset.Test.Labels, numbers));
    }

    private static ImmutableArray<int> ClassNumbers(DatasetInfo info, DatasetSelection selection) => selection.Classes.IsDefaultOrEmpty
        ? [.. Enumerable.Range(0, info.Classes.Length)]
        : [.. info.Classes.Select(name => selection.Classes.IndexOf(name))];

    private int[][] Shuffled(ImmutableArray<int> labels, ImmutableArray<int> numbers)
    {
        var classes = new List<int>[numbers.Max() + 1];
        for (var number = 0; number < classes.Length; number++)
        {
            classes[number] = [];
        }

        for (var index = 0; index < labels.Length; index++)
        {
            if (numbers[labels[index]] is >= 0 and var number)
            {
                classes[number].Add(index);
            }
        }

        return [.. classes.Select((indices, number) =>
        {
            var order = indices.ToArray();
            random.Open(Purpose, number).Shuffle(order);
            return order;
        })];
    }

    private static int[] Sizes(int[][] classes) => [.. classes.Select(indices => indices.Length)];

    private static ImmutableArray<int> Take(int[][] classes, int[] skip, int[] count) =>
        [.. classes.SelectMany((indices, number) => indices.Skip(skip[number]).Take(count[number])).Order()];

    private static ImmutableArray<int> Kept(ImmutableArray<int> labels, ImmutableArray<int> numbers) =>
        [.. Enumerable.Range(0, labels.Length).Where(index => numbers[labels[index]] >= 0)];
}
