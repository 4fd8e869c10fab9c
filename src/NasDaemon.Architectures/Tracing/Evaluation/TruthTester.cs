using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Decides what is true.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class TruthTester(Interpreter interpreter)
{
    /// <summary>Tests a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its truth; null where an error was raised.</returns>
    public bool? Test(Value value) => value switch
    {
        IObject => TestObject(value),
        ClassValue { Meta: not null } => TestObject(value),
        _ => TestNative(value),
    };

    private bool? TestNative(Value value) => value switch
    {
        TrainingFlagValue => interpreter.State.AskTraining(),
        BoolValue truth => truth.Value,
        NoneValue => false,
        IntegerValue or FloatValue => Numbers.ToDouble(value) != 0,
        TextValue text => text.Value.Length > 0,
        TupleValue tuple => tuple.Items.Count > 0,
        ListValue list => list.Items.Count > 0,
        DictionaryView view => view.Dictionary.Entries.Count > 0,
        DictionaryValue dictionary => dictionary.Entries.Count > 0,
        SetValue set => set.Items.Count > 0,
        RangeValue range => range.Count > 0,
        TensorValue tensor => RefuseTensor(tensor),
        UnknownValue unknown => TestUnknown(unknown),
        _ => true,
    };

    private bool? RefuseTensor(TensorValue tensor)
    {
        var isSingle = true;
        foreach (var dimension in tensor.Shape)
        {
            isSingle &= dimension.At(TraceBatch.Size) == 1;
        }

        var message = isSingle
            ? "The path through the source depends on the value of a tensor."
            : "Boolean value of Tensor with more than one value is ambiguous";
        interpreter.State.Raise(FailureClass.DataDependent, "RuntimeError", message);
        return null;
    }

    private bool? TestUnknown(UnknownValue unknown)
    {
        if (interpreter.Calls.IsLoading)
        {
            return true;
        }

        interpreter.Calls.RefuseUnknown(unknown);
        return null;
    }

    private bool? TestObject(Value value)
    {
        if (SpecialMethods.Find(value, "__bool__") is { } truth)
        {
            return SpecialMethods.Call(interpreter, truth, value) switch
            {
                null => null,
                BoolValue result => result.Value,
                var other => RaiseWrongAnswer($"__bool__ should return bool, returned {other.TypeName}"),
            };
        }

        if (SpecialMethods.Find(value, "__len__") is { } length)
        {
            return SpecialMethods.Call(interpreter, length, value) switch
            {
                null => null,
                IntegerValue count => count.Traced != 0,
                var other => RaiseWrongAnswer($"'{other.TypeName}' object cannot be interpreted as an integer"),
            };
        }

        return TestNative(value);
    }

    private bool? RaiseWrongAnswer(string message)
    {
        interpreter.State.Raise("TypeError", message);
        return null;
    }
}
