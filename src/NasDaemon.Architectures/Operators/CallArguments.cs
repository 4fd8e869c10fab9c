using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>The arguments of a Python call.</summary>
/// <param name="Positional">Those given by position.</param>
/// <param name="Keywords">Those given by name, in order.</param>
internal readonly record struct CallArguments(IReadOnlyList<Value> Positional, IReadOnlyList<KeywordArgument> Keywords)
{
    /// <summary>Positional arguments only.</summary>
    /// <param name="positional">The arguments.</param>
    /// <returns>The arguments of a call.</returns>
    public static CallArguments Of(params Value[] positional) => new(positional, []);

    /// <summary>The same call with one more argument in front, as a bound method makes it.</summary>
    /// <param name="self">The first argument.</param>
    /// <returns>The arguments of the unbound call.</returns>
    public CallArguments Prepend(Value self) => new([self, .. Positional], Keywords);
}

/// <summary>An argument given by name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
internal readonly record struct KeywordArgument(string Name, Value Value);
