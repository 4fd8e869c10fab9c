using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Creation;

/// <summary>Rules of number sequences. Their values are kept while they are few, so that sources can compute with them.</summary>
internal static class RangeRules
{
    private const long MostKnownValues = 65536;

    /// <summary>Numbers at equal distances, the end excluded.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Range(OperatorCall call)
    {
        if (call.IsNone("end"))
        {
            (call["start"], call["end"]) = (new IntegerValue(0), call["start"]);
        }

        var (start, end, step) = (call.Float("start"), call.Float("end"), call.Float("step"));
        if (step == 0)
        {
            return OperatorError.Runtime("step must be nonzero");
        }

        if ((end - start) * step < 0)
        {
            return OperatorError.Runtime("upper bound and larger bound inconsistent with step sign");
        }

        var names = (string[])["start", "end", "step"];
        var element = names.Any(name => call[name] is FloatValue) ? ElementType.Float32 : ElementType.Int64;
        var count = Math.Ceiling((end - start) / step);
        var isFixed = names.All(name => call[name] is not IntegerValue { BatchMultiple: not 0 });
        if (!isFixed)
        {
            var shape = call["end"] is IntegerValue { Dimension: var size } && start == 0 && step == 1 ? size : (Dimension)(long)count;
            return CreationRules.Create(call, [shape], element, null);
        }

        return CreationRules.Create(call, [(long)count], element, Known((long)count, index => start + (index * step)));
    }

    /// <summary>A number of values between two bounds, both included.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Linear(OperatorCall call)
    {
        var (start, end, steps) = (call.Float("start"), call.Float("end"), call.Integer("steps"));
        if (steps < 0)
        {
            return OperatorError.Runtime("number of steps must be non-negative");
        }

        // PyTorch computes in single precision, from both ends towards the middle.
        var (first, last) = ((float)start, (float)end);
        var distance = steps > 1 ? (last - first) / (steps - 1) : 0;
        var known = Known(steps, index => index < steps / 2 ? first + (distance * index) : last - (distance * (steps - index - 1)));
        return CreationRules.Create(call, [steps], ElementType.Float32, steps == 1 ? Known(1, _ => start) : known);
    }

    /// <summary>A matrix with ones on its diagonal.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Identity(OperatorCall call)
    {
        call["m"] = call.IsNone("m") ? call["n"] : call["m"];
        var (rows, columns) = (call.Integer("n"), call.Integer("m"));
        if (rows < 0 || columns < 0)
        {
            return OperatorError.Runtime($"n must be greater or equal to 0, got {Math.Min(rows, columns)}");
        }

        var count = rows > MostKnownValues || columns > MostKnownValues ? long.MaxValue : rows * columns;
        return CreationRules.Create(call, [rows, columns], ElementType.Float32, Known(count, index => index / columns == index % columns ? 1 : 0));
    }

    private static LiteralInitialisation? Known(long count, Func<long, double> value)
    {
        if (count is < 0 or > MostKnownValues)
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<double>((int)count);
        for (var index = 0L; index < count; index++)
        {
            values.Add(value(index));
        }

        return new LiteralInitialisation(values.MoveToImmutable());
    }
}
