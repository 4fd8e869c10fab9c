using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Where a call happens: the graph that it adds to, and the place in the source. The tracer keeps the place up to date.</summary>
/// <param name="graph">The graph under construction; the same one during <c>__init__</c> and <c>forward</c>.</param>
internal sealed class TraceScope(GraphBuilder graph)
{
    /// <summary>The graph under construction.</summary>
    public GraphBuilder Graph { get; } = graph;

    /// <summary>What is being executed; the default before anything is, and where no place in the source applies.</summary>
    public SourcePosition Place { get; set; }

    /// <summary>The line of the source that is being executed, from 1.</summary>
    public int Line => Place.Line;

    /// <summary>The path of the module whose <c>forward</c> runs; empty for the root.</summary>
    public string ModulePath { get; set; } = "";

    /// <summary>True while <c>forward</c> runs; false in <c>__init__</c>, where changes to a parameter change its initialisation.</summary>
    public bool InForward { get; set; }

    /// <summary>How many nodes the graph had when <c>forward</c> began.</summary>
    public int FirstForwardNode { get; set; }

    /// <summary>Gives a tensor that <c>__init__</c> drew at random a place of its own, so that every run of the network sees the same; null where nothing does.</summary>
    public Func<TensorValue, StateTensor?>? Keep { get; set; }

    /// <summary>The first PyTorch version that has all that was called; null where 1.13 has.</summary>
    public string? MinimumVersion { get; private set; }

    /// <summary>Notes that something needs a later PyTorch than 1.13.</summary>
    /// <param name="version">The first version that has it, e.g. <c>2.1</c>.</param>
    public void Require(string version)
    {
        if (MinimumVersion is null || Version.Parse(MinimumVersion) < Version.Parse(version))
        {
            MinimumVersion = version;
        }
    }
}
