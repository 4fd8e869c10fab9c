using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Bounds what reaches an operator: operators look into lists without counting steps, and multiply sizes without fear of overflow.</summary>
internal static class OperatorArguments
{
    private const int DeepestList = 64;
    private const long LargestInteger = 1L << 40;

    /// <summary>Counts what the arguments of a call hold.</summary>
    /// <param name="state">Takes errors.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>False where a limit is reached; the error is then set.</returns>
    public static bool Check(TraceState state, in CallArguments arguments)
    {
        for (var index = 0; index < arguments.Keywords.Length; index++)
        {
            if (!Check(state, arguments.Keywords[index].Value, 0))
            {
                return false;
            }
        }

        return CheckAll(state, arguments.Positional, 0);
    }

    private static bool Check(TraceState state, Value value, int depth)
    {
        switch (value)
        {
            case IntegerValue integer when integer.Traced is > LargestInteger or < -LargestInteger:
                return Refuse(state, $"An argument of an operator is beyond {LargestInteger}.");
            case ListValue or TupleValue and not SizeValue:
                return depth < DeepestList
                    ? state.Step() && CheckAll(state, Sequences.Items(value)!, depth + 1)
                    : Refuse(state, $"An argument of an operator nests lists deeper than {DeepestList}.");
            default:
                return true;
        }
    }

    private static bool CheckAll(TraceState state, IReadOnlyList<Value> items, int depth)
    {
        if (!state.Visit(items.Count))
        {
            return false;
        }

        for (var index = 0; index < items.Count; index++)
        {
            if (!Check(state, items[index], depth))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Refuse(TraceState state, string message)
    {
        state.Refuse(FailureClass.LimitExceeded, message);
        return false;
    }
}
