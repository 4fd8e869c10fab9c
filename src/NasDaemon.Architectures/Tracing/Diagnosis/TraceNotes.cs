using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Signatures;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Diagnosis;

/// <summary>What a trace learns beside its result, for those who want to cure a failure.</summary>
internal sealed class TraceNotes
{
    private readonly Dictionary<ModuleInstance, ConstructionSite> _sites = [];

    /// <summary>The function of the source that is at work.</summary>
    public CallSite? Current { get; private set; }

    /// <summary>The module in which the trace ended; null where it ended elsewhere.</summary>
    public FailedModule? Module { get; private set; }

    /// <summary>The function of PyTorch in which the trace ended; null where it ended elsewhere.</summary>
    public FailedOperator? Operator { get; private set; }

    /// <summary>The object whose attribute was missing last, and the attribute's name; null where none was.</summary>
    public (Value Target, string Name)? Missing { get; private set; }

    /// <summary>The network; null where there is none yet.</summary>
    public ModuleInstance? Network { get; set; }

    /// <summary>What <c>forward</c> returned; null where it did not end.</summary>
    public Value? Output { get; set; }

    /// <summary>The operators that were applied.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; set; } = [];

    /// <summary>Names of the file that stand for something which the tracer does not know.</summary>
    public IReadOnlyList<string> Unknown { get; set; } = [];

    /// <summary>How many steps the trace took.</summary>
    public long Steps { get; set; }

    /// <summary>Notes that an attribute is missing.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute's name.</param>
    public void Miss(Value target, string name) => Missing = (target, name);

    /// <summary>Where a module of the catalogue was made.</summary>
    /// <param name="module">The module.</param>
    /// <returns>The place; null where it was not made by the source.</returns>
    public ConstructionSite? SiteOf(ModuleInstance module) => _sites.GetValueOrDefault(module);

    /// <summary>Notes that a module of the catalogue is made.</summary>
    /// <param name="module">The module.</param>
    /// <param name="place">Where the call begins.</param>
    public void Make(ModuleInstance module, SourcePosition place) => _sites[module] = new ConstructionSite(place, Current);

    /// <summary>Notes that a function of the source begins.</summary>
    /// <param name="function">The function.</param>
    /// <param name="place">Where the call begins.</param>
    /// <returns>What to go back to behind it.</returns>
    public CallSite? Enter(FunctionValue function, SourcePosition place)
    {
        var outer = Current;
        Current = new CallSite(function, place, outer);
        return outer;
    }

    /// <summary>Notes that a function of the source ended.</summary>
    /// <param name="outer">What <see cref="Enter"/> returned.</param>
    public void Leave(CallSite? outer) => Current = outer;

    /// <summary>Notes that a module of the catalogue was applied. The innermost failure counts.</summary>
    /// <param name="module">The module.</param>
    /// <param name="definition">Which one of the catalogue.</param>
    /// <param name="arguments">What it was given.</param>
    /// <param name="isDone">Whether it raised nothing.</param>
    public void Apply(ModuleInstance module, ModuleDefinition definition, in CallArguments arguments, bool isDone) =>
        Module = isDone ? null : Module ?? new FailedModule(module, definition, arguments);

    /// <summary>Notes that a function or a class of PyTorch was called.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="signature">Its parameters.</param>
    /// <param name="arguments">What it was given.</param>
    /// <param name="isDone">Whether it raised nothing.</param>
    public void Call(string name, Signature signature, in CallArguments arguments, bool isDone) =>
        Operator = isDone ? null : new FailedOperator(name, arguments, [.. signature.Parameters.Select(parameter => parameter.Name)]);
}
