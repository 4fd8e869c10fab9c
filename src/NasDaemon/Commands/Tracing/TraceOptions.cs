using System.Collections.Immutable;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands.Tracing;

/// <summary>What a trace is for, where a source does not say it itself.</summary>
/// <param name="Input">The shape of a sample.</param>
/// <param name="Classes">How many outputs a network shall have; null where any output will do.</param>
/// <param name="ClassName">The class that is the network; null for the usual one.</param>
/// <param name="HyperParameters">Hyper-parameters of the LEMUR dialect.</param>
internal sealed record TraceOptions(
    ImmutableArray<int> Input,
    int? Classes,
    string? ClassName,
    ImmutableSortedDictionary<string, HyperParameter> HyperParameters)
{
    // What LEMUR networks are told where nobody says how many classes there are: the number of its most common data sets.
    private const int UsualClasses = 10;

    /// <summary>Whether the applications of modules are wanted.</summary>
    public bool NotesModuleCalls { get; init; }

    /// <summary>The request for one source.</summary>
    /// <param name="source">The source with what stands beside it.</param>
    /// <returns>The request.</returns>
    public TraceRequest Request(NetworkSource source)
    {
        var classes = source.Classes ?? Classes;
        return new TraceRequest(new NetworkShape(source.Input ?? Input, classes ?? UsualClasses))
        {
            ChecksOutput = classes is not null,
            ClassName = source.ClassName ?? ClassName,
            NotesModuleCalls = NotesModuleCalls,
            HyperParameters = HyperParameters.SetItems(source.HyperParameters),
        };
    }
}
