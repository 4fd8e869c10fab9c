using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Evaluates comprehensions. Generators run to their end at once.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class ComprehensionEvaluator(Interpreter interpreter)
{
    /// <summary>Evaluates a comprehension.</summary>
    /// <param name="comprehension">The syntax.</param>
    /// <param name="frame">The frame around it.</param>
    /// <returns>What it builds; null where an error was raised.</returns>
    public Value? Evaluate(ComprehensionExpression comprehension, Frame frame)
    {
        var inner = new Frame(FrameKind.Comprehension, frame, new Dictionary<string, Value>(StringComparer.Ordinal));
        switch (comprehension.Kind)
        {
            case ComprehensionKind.Set:
                var set = new SetValue();
                return Run(comprehension, 0, inner, () => AddToSet(set, comprehension, inner)) ? set : null;
            case ComprehensionKind.Dictionary:
                var dictionary = new DictionaryValue();
                return Run(comprehension, 0, inner, () => AddToDictionary(dictionary, comprehension, inner)) ? dictionary : null;
            case ComprehensionKind.Generator:
                return StartGenerator(comprehension, inner);
            default:
                var items = new List<Value>();
                if (!Run(comprehension, 0, inner, () => AddToList(items, comprehension, inner)))
                {
                    return null;
                }

                return new ListValue(items);
        }
    }

    // Python evaluates the outermost container at once, and all else when an item is asked for.
    private GeneratorValue? StartGenerator(ComprehensionExpression comprehension, Frame frame)
    {
        var container = interpreter.Expressions.Evaluate(comprehension.Clauses[0].Items, frame);
        return container is not null && interpreter.Iteration.Iterate(container) is { } items
            ? new GeneratorValue(Steps(comprehension, 0, items, frame).GetEnumerator(), new GeneratorState())
            : null;
    }

    private IEnumerable<Value> Steps(ComprehensionExpression comprehension, int level, IteratorValue items, Frame frame)
    {
        var clause = comprehension.Clauses[level];
        while (items.Next(interpreter) is { } item)
        {
            if (!interpreter.State.Step() || !interpreter.Targets.Assign(clause.Target, item, frame) || Test(clause, frame) is not { } isWanted)
            {
                yield break;
            }

            if (!isWanted)
            {
                continue;
            }

            if (level == comprehension.Clauses.Length - 1)
            {
                if (interpreter.Expressions.Evaluate(comprehension.Element, frame) is not { } element)
                {
                    yield break;
                }

                yield return element;
                continue;
            }

            var container = interpreter.Expressions.Evaluate(comprehension.Clauses[level + 1].Items, frame);
            if (container is null || interpreter.Iteration.Iterate(container) is not { } inner)
            {
                yield break;
            }

            foreach (var step in Steps(comprehension, level + 1, inner, frame))
            {
                yield return step;
            }

            if (interpreter.State.Error is not null)
            {
                yield break;
            }
        }
    }

    private bool Run(ComprehensionExpression comprehension, int level, Frame frame, Func<bool> add)
    {
        if (level == comprehension.Clauses.Length)
        {
            return add();
        }

        var clause = comprehension.Clauses[level];
        var container = interpreter.Expressions.Evaluate(clause.Items, frame);
        if (container is null)
        {
            return false;
        }

        interpreter.State.At(comprehension.Position);
        if (interpreter.Iteration.Iterate(container) is not { } items)
        {
            return false;
        }

        while (items.Next(interpreter) is { } item)
        {
            if (!interpreter.State.Step() || !interpreter.Targets.Assign(clause.Target, item, frame) || Test(clause, frame) is not { } isWanted)
            {
                return false;
            }

            if (isWanted && !Run(comprehension, level + 1, frame, add))
            {
                return false;
            }
        }

        return interpreter.State.Error is null;
    }

    private bool? Test(ComprehensionClause clause, Frame frame)
    {
        foreach (var condition in clause.Conditions)
        {
            var value = interpreter.Expressions.Evaluate(condition, frame);
            var isTrue = value is null ? null : interpreter.Truth.Test(value);
            if (isTrue is not true)
            {
                return isTrue;
            }
        }

        return true;
    }

    private bool AddToList(List<Value> items, ComprehensionExpression comprehension, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(comprehension.Element, frame) is not { } element)
        {
            return false;
        }

        items.Add(element);
        return CheckSize(items.Count);
    }

    private bool AddToSet(SetValue set, ComprehensionExpression comprehension, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(comprehension.Element, frame) is not { } element || !interpreter.Items.CheckKey(element))
        {
            return false;
        }

        set.Add(element);
        return CheckSize(set.Items.Count);
    }

    private bool AddToDictionary(DictionaryValue dictionary, ComprehensionExpression comprehension, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(comprehension.Element, frame) is not { } key
            || interpreter.Expressions.Evaluate(comprehension.Value!, frame) is not { } value
            || !interpreter.Items.CheckKey(key))
        {
            return false;
        }

        dictionary.Entries[key] = value;
        return CheckSize(dictionary.Entries.Count);
    }

    // Charges each item once, and checks the whole.
    private bool CheckSize(int count) => count > interpreter.State.Limits.CollectionSize
        ? interpreter.State.ChargeCollection(count)
        : interpreter.State.Charge(1);
}
