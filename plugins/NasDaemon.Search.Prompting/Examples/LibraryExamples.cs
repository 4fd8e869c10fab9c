using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>
/// The networks of the starter library that fit a task: its shape, its constraints and its dialect, without comments and training code.
/// Where none does, networks of the task's search space stand in for them.
/// </summary>
/// <param name="context">What the strategy was created with.</param>
/// <param name="dialect">How the networks are to be written.</param>
internal sealed class LibraryExamples(StrategyContext context, Dialect dialect)
{
    private const int SampledNetworks = 12;
    private const int Attempts = 100;

    private static readonly FrozenSet<string> PassesThrough = FrozenSet.Create(
        "flatten", "view", "reshape", "squeeze", "mean", "dropout", "adaptive_avg_pool2d", "adaptive_avg_pool1d", "avg_pool2d", "adaptive_max_pool2d");

    private readonly DialectTranslation _translation = new(context.Shape);
    private readonly Lazy<ImmutableArray<(string Name, string Source)>> _files = new(new LibraryFolders(context.Component.Folders).Load);
    private ImmutableArray<RankedExample>? _all;

    /// <summary>The networks, the smallest sources first.</summary>
    public ImmutableArray<RankedExample> All => _all ??= Fitting() is { IsEmpty: false } fitting ? fitting : Sampled();

    private ImmutableArray<RankedExample> Fitting() =>
    [
        .. _files.Value
            .Select(file => Read(file.Name, CommentStripper.Strip(FunctionRemover.Remove(_translation.Translate(file.Source, dialect), FunctionRemover.Training))))
            .OfType<RankedExample>()
            .OrderBy(example => example.Example.Source.Length)
            .ThenBy(example => example.Example.Name, StringComparer.Ordinal),
    ];

    private ImmutableArray<RankedExample> Sampled()
    {
        var random = context.Random.Open("prompting/library");
        var sampled = Enumerable.Range(0, Attempts)
            .Select(_ => Read("a network of the search space", _translation.Translate(context.Space.Sample(random).Source, dialect)))
            .OfType<RankedExample>()
            .DistinctBy(example => example.Fingerprint)
            .Take(SampledNetworks);
        return [.. sampled.OrderBy(example => example.Example.Source.Length)];
    }

    private RankedExample? Read(string name, string source) =>
        context.Sources.Read(source) is { Failure: null, Architecture: { } architecture, GraphFingerprint: { } fingerprint } && !EndsClipped(architecture)
            ? new RankedExample(new Example(name, source, Words(name, architecture)), OperatorProfile.Of(architecture), fingerprint)
            : null;

    // A rectifier behind the last layer, as SqueezeNet has it, leaves a classifier with one output unable to say no.
    private bool EndsClipped(Architecture architecture) =>
        context.Shape.Outputs == 1 && architecture.Nodes.LastOrDefault(node => !PassesThrough.Contains(node.Operator)) is { Operator: "relu" or "relu_" };

    private static string Words(string name, Architecture architecture) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}, not trained here, {architecture.ParameterCount:N0} parameters");
}
