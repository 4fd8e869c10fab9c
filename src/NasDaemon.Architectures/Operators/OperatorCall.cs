using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Signatures;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>One call of an operator with its arguments bound and their types checked.</summary>
/// <param name="scope">Where the call happens.</param>
/// <param name="definition">The operator.</param>
/// <param name="signature">The signature that the arguments are bound to.</param>
/// <param name="values">One value a parameter.</param>
internal sealed class OperatorCall(TraceScope scope, OperatorDefinition definition, Signature signature, Value[] values)
{
    /// <summary>Where the call happens.</summary>
    public TraceScope Scope { get; } = scope;

    /// <summary>The operator.</summary>
    public OperatorDefinition Definition { get; } = definition;

    /// <summary>The name that the function was called by, for error texts.</summary>
    public string FunctionName => signature.Name;

    /// <summary>Whether it was called as a tensor's method.</summary>
    public bool IsMethod => signature.IsMethod;

    /// <summary>The parameters that the arguments are bound to.</summary>
    public IReadOnlyList<Parameter> Parameters => signature.Parameters;

    /// <summary>The bound arguments, one a parameter.</summary>
    public IReadOnlyList<Value> Values => values;

    /// <summary>Whether an <c>inplace</c> argument asks for the result in the first argument.</summary>
    public bool IsInPlace => signature.IndexOf("inplace") is >= 0 and var index && values[index] is BoolValue { Value: true };

    /// <summary>Whether the function has a parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>True where it has.</returns>
    public bool Has(string name) => signature.IndexOf(name) >= 0;

    /// <summary>An argument as it was bound.</summary>
    /// <param name="name">The parameter's name.</param>
    public Value this[string name]
    {
        get => values[Index(name)];
        set => values[Index(name)] = value;
    }

    /// <summary>A tensor argument.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The tensor.</returns>
    public TensorValue Tensor(string name) => (TensorValue)this[name];

    /// <summary>A tensor argument that may be <c>None</c>.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The tensor, or null.</returns>
    public TensorValue? TensorOrNull(string name) => this[name] as TensorValue;

    /// <summary>A list of tensors.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The tensors.</returns>
    public ImmutableArray<TensorValue> Tensors(string name) => [.. Sequences.Items(this[name])!.Cast<TensorValue>()];

    /// <summary>An integer at the traced batch size.</summary>
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
            integers[index] = Dimension(items[index]).Traced();
        }

        return integers;
    }

    /// <summary>A list of integers as functions of the batch size.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The integers.</returns>
    public ImmutableArray<Dimension> Dimensions(string name) => [.. Sequences.Items(this[name])!.Select(Dimension)];

    /// <summary>A floating-point number.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The number.</returns>
    public double Float(string name) => Numbers.ToDouble(this[name]);

    /// <summary>A truth value; a module's training flag counts as true.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The truth value.</returns>
    public bool Flag(string name) => this[name] is BoolValue { Value: true } or TrainingFlagValue;

    /// <summary>Whether an argument is <c>None</c>.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>True where it is.</returns>
    public bool IsNone(string name) => this[name] is NoneValue;

    /// <summary>Adds this operator to the graph, with one output.</summary>
    /// <param name="type">The output's type.</param>
    /// <param name="flops">Floating-point operations for one sample.</param>
    /// <param name="strides">The output's memory layout; default where contiguous.</param>
    /// <param name="keepsActivation">Whether training keeps the output; a view keeps nothing of its own.</param>
    /// <returns>The output.</returns>
    public CallResult Emit(TensorType type, long flops, ImmutableArray<long> strides = default, bool keepsActivation = true)
    {
        var result = NodeWriter.Write(Scope, Definition, values, [type], flops, keepsActivation);
        return result.Value is TensorValue output ? output.WithStrides(strides) : result;
    }

    /// <summary>Adds this operator to the graph, with several outputs.</summary>
    /// <param name="types">The outputs' types.</param>
    /// <param name="flops">Floating-point operations for one sample.</param>
    /// <param name="keepsActivation">Whether training keeps the outputs.</param>
    /// <returns>A tuple of the outputs.</returns>
    public CallResult EmitMany(ImmutableArray<TensorType> types, long flops, bool keepsActivation = true) =>
        NodeWriter.Write(Scope, Definition, values, types, flops, keepsActivation, isTuple: true);

    private static Dimension Dimension(Value item) => item is IntegerValue integer ? integer.Dimension : ((BoolValue)item).Value ? 1 : 0;

    private int Index(string name) => signature.IndexOf(name) is >= 0 and var index
        ? index
        : throw new ArgumentException($"{signature.Name} has no parameter '{name}'.", nameof(name));
}
