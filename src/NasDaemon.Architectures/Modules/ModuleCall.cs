using System.Collections.Immutable;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Signatures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>A <c>forward</c> at work.</summary>
/// <param name="scope">Where the call happens.</param>
/// <param name="self">The instance.</param>
/// <param name="signature">The signature of <c>forward</c>.</param>
/// <param name="values">One value a parameter.</param>
internal sealed class ModuleCall(TraceScope scope, IModuleInstance self, Signature signature, Value[] values)
{
    /// <summary>Where the call happens.</summary>
    public TraceScope Scope { get; } = scope;

    /// <summary>The instance.</summary>
    public IModuleInstance Self { get; } = self;

    /// <summary>The first argument.</summary>
    public Value Input => values[0];

    /// <summary>An argument.</summary>
    /// <param name="name">The parameter's name.</param>
    public Value this[string name] => values[signature.IndexOf(name)];

    /// <summary>An attribute, parameter, buffer or child of the instance; <c>None</c> where it was deleted.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    public Value Attribute(string name) => Self.GetAttribute(name) ?? NoneValue.Instance;

    /// <summary>Calls a function of <c>torch.nn.functional</c> or <c>torch</c>.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="keywords">The arguments behind the first, by name.</param>
    /// <param name="positional">The arguments by position.</param>
    /// <returns>What it returned or raised.</returns>
    public CallResult Call(string path, ImmutableArray<KeywordArgument> keywords, params ImmutableArray<Value> positional) =>
        OperatorCatalogue.Default.TryFindFunction(path, out var function)
            ? function.Call(Scope, new CallArguments(positional, keywords))
            : throw new ArgumentException($"The catalogue has no '{path}'.", nameof(path));
}
