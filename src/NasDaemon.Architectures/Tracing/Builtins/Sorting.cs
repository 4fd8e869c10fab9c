using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>Sorts as Python does: stable, by a key.</summary>
internal static class Sorting
{
    /// <summary>Sorts items.</summary>
    /// <param name="call">The call, for errors.</param>
    /// <param name="items">The items.</param>
    /// <param name="key">Gives an item's key; null for the item itself.</param>
    /// <param name="reverse">Whether the largest comes first; null for no.</param>
    /// <returns>The sorted items; null where an error was raised.</returns>
    public static List<Value>? Sort(BuiltinCall call, IReadOnlyList<Value> items, Value? key, Value? reverse)
    {
        var keyed = new List<(Value Key, Value Item)>(items.Count);
        foreach (var item in items)
        {
            var by = key is null ? item : call.Interpreter.Calls.Call(key, CallArguments.Of(item));
            if (by is null)
            {
                return null;
            }

            keyed.Add((by, item));
        }

        var isReverse = reverse is not null && call.Interpreter.Truth.Test(reverse) is true;
        return MergeSort(call, keyed, isReverse) is { } sorted ? sorted.ConvertAll(entry => entry.Item) : null;
    }

    // A comparison that raises ends the sort; the library's own sort cannot be ended but by exceptions.
    private static List<(Value Key, Value Item)>? MergeSort(BuiltinCall call, List<(Value Key, Value Item)> items, bool isReverse)
    {
        if (items.Count < 2)
        {
            return items;
        }

        var middle = items.Count / 2;
        var left = MergeSort(call, items[..middle], isReverse);
        var right = left is null ? null : MergeSort(call, items[middle..], isReverse);
        if (left is null || right is null)
        {
            return null;
        }

        var merged = new List<(Value Key, Value Item)>(items.Count);
        var (first, second) = (0, 0);
        while (first < left.Count && second < right.Count)
        {
            var order = isReverse
                ? call.Interpreter.Comparisons.Order(left[first].Key, right[second].Key, "<")
                : call.Interpreter.Comparisons.Order(right[second].Key, left[first].Key, "<");
            if (order is null || !call.Interpreter.State.Step())
            {
                return null;
            }

            merged.Add(order < 0 ? right[second++] : left[first++]);
        }

        merged.AddRange(left[first..]);
        merged.AddRange(right[second..]);
        return merged;
    }
}
