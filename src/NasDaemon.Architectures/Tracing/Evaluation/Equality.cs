using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Compares values as <c>==</c> and <c>is</c> do.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class Equality(Interpreter interpreter)
{
    private const int DeepestNesting = 50;

    /// <summary>Compares two values that are no tensors.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal; null where an error was raised.</returns>
    public bool? AreEqual(Value left, Value right) => AreEqual(left, right, 0);

    /// <summary>Whether two values are the same object; constants count as the same where they are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they are.</returns>
    public bool AreSame(Value left, Value right) => ReferenceEquals(left, right) || (left, right) switch
    {
        (IntegerValue first, IntegerValue second) => first.Traced == second.Traced,
        (FloatValue first, FloatValue second) => first.Value.Equals(second.Value),
        (TextValue first, TextValue second) => first.Value == second.Value,
        (TrainingFlagValue, BoolValue truth) => truth.Value == interpreter.State.AskTraining(),
        (BoolValue truth, TrainingFlagValue) => truth.Value == interpreter.State.AskTraining(),
        (ElementTypeValue first, ElementTypeValue second) => first.Element == second.Element,
        (NamespaceValue first, NamespaceValue second) => first.Path == second.Path,
        (CatalogueFunctionValue first, CatalogueFunctionValue second) => ReferenceEquals(first.Function, second.Function),
        (UnknownValue first, UnknownValue second) => first.Path == second.Path,
        _ => false,
    };

    private bool? AreEqual(Value left, Value right, int depth)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (!interpreter.State.Step() || !interpreter.State.Visit(left.Extent))
        {
            return null;
        }

        if (AreSame(left, right))
        {
            return true;
        }

        if (depth > DeepestNesting)
        {
            interpreter.State.Raise("RecursionError", "maximum recursion depth exceeded in comparison");
            return null;
        }

        if (SpecialOperators.MayApply(left, right))
        {
            var made = interpreter.SpecialOperators.Apply("__eq__", "__eq__", left, right);
            if (made is not null || interpreter.State.Error is not null)
            {
                return made is null ? null : interpreter.Truth.Test(made);
            }
        }

        switch (left, right)
        {
            case (ListValue first, ListValue second):
                return AreAllEqual(first.Items, second.Items, depth + 1);
            case (TupleValue first, TupleValue second):
                return AreAllEqual(first.Items, second.Items, depth + 1);
            case (DictionaryValue first, DictionaryValue second):
                return AreEntriesEqual(first, second, depth + 1);
            case (DictionaryView first, DictionaryView second):
                return AreAllEqual(first.Items(), second.Items(), depth + 1);
            case (DictionaryView first, SetValue second):
                return first.Dictionary.Entries.Count == second.Items.Count && first.Items().All(second.Items.ContainsKey);
            case (SetValue first, SetValue second):
                return first.Items.Count == second.Items.Count && first.Items.Keys.All(second.Items.ContainsKey);
            case (RangeValue first, RangeValue second):
                return (first.Start, first.Count, first.Step) == (second.Start, second.Count, second.Step);
            case (DeviceValue first, DeviceValue second):
                return first.Name == second.Name;
            case (TensorValue, _) or (_, TensorValue):
                return false;
            default:
                return KeyComparer.Instance.Equals(left, right);
        }
    }

    private bool? AreAllEqual(IReadOnlyList<Value> left, IReadOnlyList<Value> right, int depth)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var index = 0; index < left.Count && index < right.Count; index++)
        {
            if (AreEqual(left[index], right[index], depth) is not true and var result)
            {
                return result;
            }
        }

        return true;
    }

    private bool? AreEntriesEqual(DictionaryValue left, DictionaryValue right, int depth)
    {
        if (left.Entries.Count != right.Entries.Count)
        {
            return false;
        }

        foreach (var (key, value) in left.Entries)
        {
            if (!right.Entries.TryGetValue(key, out var other))
            {
                return false;
            }

            if (AreEqual(value, other, depth) is not true and var result)
            {
                return result;
            }
        }

        return true;
    }
}
