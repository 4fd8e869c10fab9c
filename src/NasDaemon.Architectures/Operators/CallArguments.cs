using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>The arguments of a Python call.</summary>
/// <param name="Positional">Those given by position.</param>
/// <param name="Keywords">Those given by name, in order.</param>
internal readonly record struct CallArguments(ImmutableArray<Value> Positional, ImmutableArray<KeywordArgument> Keywords)
{
    /// <summary>Positional arguments only.</summary>
    /// <param name="positional">The arguments.</param>
    /// <returns>The arguments of a call.</returns>
    public static CallArguments Of(params ImmutableArray<Value> positional) => new(positional, []);

    /// <summary>The same call with one more argument in front, as a bound method makes it.</summary>
    /// <param name="self">The first argument.</param>
    /// <returns>The arguments of the unbound call.</returns>
    public CallArguments Prepend(Value self)
    {
        var positional = new Value[Positional.Length + 1];
        positional[0] = self;
        Positional.CopyTo(positional, 1);
        return this with { Positional = ImmutableCollectionsMarshal.AsImmutableArray(positional) };
    }

    /// <summary>The same call without its first argument.</summary>
    /// <returns>The arguments of the bound call.</returns>
    public CallArguments WithoutFirst() => this with { Positional = Positional[1..] };
}

/// <summary>An argument given by name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
internal readonly record struct KeywordArgument(string Name, Value Value);
