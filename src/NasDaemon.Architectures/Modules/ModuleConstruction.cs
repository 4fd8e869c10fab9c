using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Signatures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>A constructor at work.</summary>
/// <param name="scope">Where the call happens.</param>
/// <param name="self">The instance under construction.</param>
/// <param name="signature">The constructor's signature.</param>
/// <param name="values">One value a parameter.</param>
internal sealed class ModuleConstruction(TraceScope scope, IModuleInstance self, Signature signature, Value[] values)
{
    /// <summary>Where the call happens.</summary>
    public TraceScope Scope { get; } = scope;

    /// <summary>The instance under construction.</summary>
    public IModuleInstance Self { get; } = self;

    /// <summary>An argument.</summary>
    /// <param name="name">The parameter's name.</param>
    public Value this[string name] => values[signature.IndexOf(name)];

    /// <summary>An argument that not every constructor has.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The value; null where there is no such parameter.</returns>
    public Value? TryGet(string name) => signature.IndexOf(name) is >= 0 and var index ? values[index] : null;

    /// <summary>An integer argument at the traced batch size.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The integer.</returns>
    public long Integer(string name) => ((IntegerValue)this[name]).Traced;

    /// <summary>A list of integers at the traced batch size.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The integers.</returns>
    public long[] Integers(string name)
    {
        var items = Sequences.Items(this[name])!;
        var integers = new long[items.Count];
        for (var index = 0; index < integers.Length; index++)
        {
            integers[index] = (long)Numbers.ToDouble(items[index]);
        }

        return integers;
    }

    /// <summary>A floating-point argument.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The number.</returns>
    public double Float(string name) => Numbers.ToDouble(this[name]);

    /// <summary>A truth value.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The truth value.</returns>
    public bool Flag(string name) => this[name] is BoolValue { Value: true };
}
