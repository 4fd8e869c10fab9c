using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Python's <c>math</c>.</summary>
internal static class MathLibrary
{
    /// <summary>Adds it to the library.</summary>
    /// <param name="known">Takes values by their full path.</param>
    public static void Add(Dictionary<string, Value> known)
    {
        known["math.pi"] = new FloatValue(Math.PI);
        known["math.e"] = new FloatValue(Math.E);
        known["math.tau"] = new FloatValue(Math.Tau);
        known["math.inf"] = new FloatValue(double.PositiveInfinity);
        known["math.nan"] = new FloatValue(double.NaN);
        AddReal(known, "exp", Math.Exp);
        AddReal(known, "sin", Math.Sin);
        AddReal(known, "cos", Math.Cos);
        AddReal(known, "tan", Math.Tan);
        AddReal(known, "asin", Math.Asin);
        AddReal(known, "acos", Math.Acos);
        AddReal(known, "atan", Math.Atan);
        AddReal(known, "sinh", Math.Sinh);
        AddReal(known, "cosh", Math.Cosh);
        AddReal(known, "tanh", Math.Tanh);
        AddReal(known, "fabs", Math.Abs);
        AddReal(known, "radians", degrees => degrees * Math.PI / 180);
        AddReal(known, "degrees", radians => radians * 180 / Math.PI);
        AddReal(known, "sqrt", value => value < 0 ? double.NaN : Math.Sqrt(value));
        AddReal(known, "log2", Math.Log2);
        AddReal(known, "log10", Math.Log10);
        AddReal(known, "log1p", RealFunctions.LogOfOneMore);
        AddReal(known, "expm1", RealFunctions.ExponentialLessOne);
        AddReal(known, "cbrt", Math.Cbrt);
        AddReal(known, "exp2", value => Math.Pow(2, value));
        AddReal(known, "asinh", Math.Asinh);
        AddReal(known, "acosh", Math.Acosh);
        AddReal(known, "atanh", Math.Atanh);
        AddReal(known, "erf", RealFunctions.ErrorFunction);
        AddReal(known, "erfc", value => 1 - RealFunctions.ErrorFunction(value));
        AddReal(known, "gamma", RealFunctions.Gamma);
        AddReal(known, "lgamma", value => Math.Log(Math.Abs(RealFunctions.Gamma(value))));
        AddReal(known, "ulp", value => Math.BitIncrement(Math.Abs(value)) - Math.Abs(value));
        Add(known, "log", "x base?", Log);
        Add(known, "pow", "x y", call => Both(call, Math.Pow));
        Add(known, "atan2", "y x", call => Both(call, Math.Atan2));
        Add(known, "hypot", "*", call => Norm(call, call.Rest));
        Add(known, "copysign", "x y", call => Both(call, Math.CopySign));
        Add(known, "fmod", "x y", call => Both(call, (left, right) => right == 0 ? double.NaN : left % right));
        Add(known, "remainder", "x y", call => Both(call, Math.IEEERemainder));
        Add(known, "nextafter", "x y", call => Both(call, (left, right) => left == right ? right : left < right ? Math.BitIncrement(left) : Math.BitDecrement(left)));
        Add(known, "ldexp", "x i", call => call.Number(0) is { } value && call.Integer(1) is { } power ? new FloatValue(Math.ScaleB(value, (int)Math.Clamp(power, -5000, 5000))) : null);
        Add(known, "frexp", "x", call => call.Number(0) is { } value ? SplitExponent(value) : null);
        Add(known, "modf", "x", call => call.Number(0) is { } value ? new TupleValue([new FloatValue(value - Math.Truncate(value)), new FloatValue(Math.Truncate(value))]) : null);
        Add(known, "fsum", "seq", Sum);
        Add(known, "dist", "p q", Distance);
        Add(known, "comb", "n k", call => Choose(call, isOrdered: false));
        Add(known, "perm", "n k?", call => Choose(call, isOrdered: true));
        Add(known, "floor", "x", call => Rounded(call, Math.Floor));
        Add(known, "ceil", "x", call => Rounded(call, Math.Ceiling));
        Add(known, "trunc", "x", call => Rounded(call, Math.Truncate));
        Add(known, "isnan", "x", call => call.Number(0) is { } value ? BoolValue.Of(double.IsNaN(value)) : null);
        Add(known, "isinf", "x", call => call.Number(0) is { } value ? BoolValue.Of(double.IsInfinity(value)) : null);
        Add(known, "isfinite", "x", call => call.Number(0) is { } value ? BoolValue.Of(double.IsFinite(value)) : null);
        Add(known, "isclose", "a b rel_tol? abs_tol?", call => call.Number(0) is { } left && call.Number(1) is { } right
            ? BoolValue.Of(left == right || Math.Abs(left - right) <= Math.Max(Bound(call, 2, 1e-9) * Math.Max(Math.Abs(left), Math.Abs(right)), Bound(call, 3, 0)))
            : null);
        Add(known, "gcd", "*", call => Fold(call, 0, GreatestDivisor));
        Add(known, "lcm", "*", call => Fold(call, 1, (left, right) => left == 0 || right == 0 ? 0 : Math.Abs(left / GreatestDivisor(left, right) * right)));
        Add(known, "prod", "iterable start?", Product);
        Add(known, "isqrt", "n", call => call.Integer(0) is >= 0 and var value ? new IntegerValue((long)Math.Floor(Math.Sqrt(value))) : Domain(call));
        Add(known, "factorial", "n", Factorial);
    }

    private static void Add(Dictionary<string, Value> known, string name, string parameters, BuiltinBody body) =>
        known[$"math.{name}"] = new BuiltinFunction(name, parameters, body);

    private static void AddReal(Dictionary<string, Value> known, string name, Func<double, double> function) =>
        Add(known, name, "x", call => call.Number(0) is { } value ? Result(call, function(value), value) : null);

    private static Value? Domain(BuiltinCall call) => call.Interpreter.State.Error is null ? call.Raise("ValueError", "math domain error") : null;

    private static Value? Result(BuiltinCall call, double result, params double[] arguments)
    {
        if (arguments.Any(argument => !double.IsFinite(argument)) || double.IsFinite(result))
        {
            return new FloatValue(result);
        }

        return double.IsNaN(result) || double.IsNegativeInfinity(result) ? Domain(call) : call.Raise("OverflowError", "math range error");
    }

    private static Value? Log(BuiltinCall call)
    {
        if (call.Number(0) is not { } value)
        {
            return null;
        }

        if (call.Optional(1) is null)
        {
            return Result(call, Math.Log(value), value);
        }

        return call.Number(1) is { } radix ? Result(call, Math.Log(value) / Math.Log(radix), value) : null;
    }

    private static Value? Both(BuiltinCall call, Func<double, double, double> function) =>
        call.Number(0) is { } left && call.Number(1) is { } right ? Result(call, function(left, right), left, right) : null;

    private static Value? Rounded(BuiltinCall call, Func<double, double> function)
    {
        if (call[0] is IntegerValue integer)
        {
            return integer;
        }

        var special = call.Name switch
        {
            "floor" => "__floor__",
            "ceil" => "__ceil__",
            _ => "__trunc__",
        };
        if (SpecialMethods.Find(call[0], special) is { } method)
        {
            return SpecialMethods.Call(call.Interpreter, method, call[0]);
        }

        if (call.Number(0) is not { } value)
        {
            return null;
        }

        return Math.Abs(value) < 9.2e18
            ? new IntegerValue((long)function(value))
            : call.Raise("OverflowError", "cannot convert float infinity to integer");
    }

    private static long GreatestDivisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return Math.Abs(left);
    }

    private static Value? Fold(BuiltinCall call, long start, Func<long, long, long> function)
    {
        var result = start;
        foreach (var item in call.Rest)
        {
            if (item is not IntegerValue integer || integer.Traced == long.MinValue)
            {
                return call.Raise("TypeError", $"'{item.TypeName}' object cannot be interpreted as an integer");
            }

            result = function(result, integer.Traced);
        }

        return new IntegerValue(result);
    }

    private static Value? Product(BuiltinCall call)
    {
        if (call.Items(0) is not { } items)
        {
            return null;
        }

        var product = call.Values[1] ?? new IntegerValue(1);
        foreach (var item in items)
        {
            if (call.Interpreter.Operators.Apply(Syntax.Expressions.BinaryOperator.Multiply, product, item) is not { } next)
            {
                return null;
            }

            product = next;
        }

        return product;
    }

    private static double Bound(BuiltinCall call, int index, double otherwise) =>
        call.Values[index] is { } value && Operators.Numbers.IsNumber(value) ? Operators.Numbers.ToDouble(value) : otherwise;

    private static TupleValue SplitExponent(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return new TupleValue([new FloatValue(value), new IntegerValue(0)]);
        }

        var exponent = Math.ILogB(value) + 1;
        return new TupleValue([new FloatValue(Math.ScaleB(value, -exponent)), new IntegerValue(exponent)]);
    }

    // Neumaier's sum keeps what a plain one rounds away.
    private static FloatValue? Sum(BuiltinCall call)
    {
        if (call.Items(0) is not { } items)
        {
            return null;
        }

        double sum = 0, lost = 0;
        foreach (var item in items)
        {
            if (!Operators.Numbers.IsNumber(item))
            {
                call.Raise("TypeError", $"must be real number, not {item.TypeName}");
                return null;
            }

            var value = Operators.Numbers.ToDouble(item);
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return new FloatValue(sum + lost);
    }

    private static Value? Norm(BuiltinCall call, IReadOnlyList<Value> values)
    {
        var squares = 0.0;
        foreach (var value in values)
        {
            if (!Operators.Numbers.IsNumber(value))
            {
                return call.Raise("TypeError", $"must be real number, not {value.TypeName}");
            }

            squares += Operators.Numbers.ToDouble(value) * Operators.Numbers.ToDouble(value);
        }

        return new FloatValue(Math.Sqrt(squares));
    }

    private static Value? Distance(BuiltinCall call)
    {
        if (call.Items(0) is not { } left || call.Items(1) is not { } right)
        {
            return null;
        }

        if (left.Count != right.Count)
        {
            return call.Raise("ValueError", "both points must have the same number of dimensions");
        }

        var differences = new List<Value>();
        for (var index = 0; index < left.Count; index++)
        {
            if (call.Interpreter.Operators.Apply(Syntax.Expressions.BinaryOperator.Subtract, left[index], right[index]) is not { } difference)
            {
                return null;
            }

            differences.Add(difference);
        }

        return Norm(call, differences);
    }

    private static Value? Choose(BuiltinCall call, bool isOrdered)
    {
        if (call.Integer(0) is not { } count)
        {
            return null;
        }

        var wanted = call.Optional(1) is null ? count : call.Integer(1);
        if (wanted is not { } size || count < 0 || size < 0)
        {
            return call.Interpreter.State.Error is null ? call.Raise("ValueError", "must be a non-negative integer") : null;
        }

        if (size > count)
        {
            return new IntegerValue(0);
        }

        Int128 result = 1;
        size = isOrdered ? size : Math.Min(size, count - size);
        for (long factor = 0; factor < size; factor++)
        {
            result = result * (count - factor) / (isOrdered ? 1 : factor + 1);
            if (result > long.MaxValue || !call.Interpreter.State.Step())
            {
                return call.Interpreter.State.Refuse(Abstractions.Failures.FailureClass.LimitExceeded, "An integer has more than 63 bits.");
            }
        }

        return new IntegerValue((long)result);
    }

    private static Value? Factorial(BuiltinCall call)
    {
        if (call.Integer(0) is not { } count || count is < 0 or > 20)
        {
            return Domain(call);
        }

        var product = 1L;
        for (var factor = 2; factor <= count; factor++)
        {
            product *= factor;
        }

        return new IntegerValue(product);
    }
}
