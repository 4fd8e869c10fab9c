using System.Globalization;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Diagnosis;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A layer that was made for another number of inputs than it is given.</summary>
internal sealed class InputSizeRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Notes.Module is not { Arguments.Positional: [TensorValue input, ..] } failed || breakdown.Notes.SiteOf(failed.Module) is not { } site)
        {
            return [];
        }

        return failed.Definition.ClassName switch
        {
            "Linear" or "Bilinear" => One(breakdown, site, "in_features", 0, Sizes.Fixed(input.Shape, input.Shape.Length - 1)),
            "LayerNorm" => Trailing(breakdown, site, failed, input),
            "GroupNorm" => One(breakdown, site, "num_channels", 1, Sizes.Fixed(input.Shape, 1)),
            "PReLU" => One(breakdown, site, "num_parameters", 0, Sizes.Fixed(input.Shape, 1)),
            "LSTM" or "GRU" or "RNN" => One(breakdown, site, "input_size", 0, Sizes.Fixed(input.Shape, input.Shape.Length - 1)),
            var name when name.StartsWith("Conv", StringComparison.Ordinal) => Channels(breakdown, site, failed, input),
            var name when name.StartsWith("BatchNorm", StringComparison.Ordinal) || name.StartsWith("InstanceNorm", StringComparison.Ordinal) =>
                One(breakdown, site, "num_features", 0, Sizes.Fixed(input.Shape, 1)),
            _ => [],
        };
    }

    private static IEnumerable<SourceEdit> One(Breakdown breakdown, ConstructionSite site, string name, int position, long? value) => value is { } size
        ? Places.Set(breakdown.Text, site, name, position, size).Select(change => new SourceEdit([change]))
        : [];

    private static IEnumerable<SourceEdit> Channels(Breakdown breakdown, ConstructionSite site, FailedModule failed, TensorValue input)
    {
        if (Sizes.Fixed(input.Shape, 1) is not { } channels)
        {
            yield break;
        }

        foreach (var edit in One(breakdown, site, "in_channels", 0, channels))
        {
            yield return edit;
        }

        // A depthwise convolution has as many groups as channels.
        if (failed.Module.GetAttribute("groups") is not IntegerValue { Constant: > 1 })
        {
            yield break;
        }

        var groups = Places.Set(breakdown.Text, site, "groups", 6, channels).ToList();
        foreach (var edit in One(breakdown, site, "in_channels", 0, channels))
        {
            foreach (var change in groups.Where(change => change.Start != edit.Changes[0].Start))
            {
                yield return new SourceEdit([.. edit.Changes, change]);
            }
        }
    }

    private static IEnumerable<SourceEdit> Trailing(Breakdown breakdown, ConstructionSite site, FailedModule failed, TensorValue input)
    {
        var count = Sequences.Items(failed.Module.GetAttribute("normalized_shape") ?? NoneValue.Instance)?.Count ?? 1;
        var sizes = Enumerable.Range(input.Shape.Length - count, count).Select(axis => axis > 0 ? Sizes.Fixed(input.Shape, axis) : null).ToList();
        if (sizes.Any(size => size is null))
        {
            return [];
        }

        var written = sizes.Select(size => size!.Value.ToString(CultureInfo.InvariantCulture));
        var value = count == 1 ? written.Single() : $"[{string.Join(", ", written)}]";
        return Places.Set(breakdown.Text, site, "normalized_shape", 0, value).Select(change => new SourceEdit([change]));
    }
}
