namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Rules of moving elements along dimensions.</summary>
internal static class RollRules
{
    /// <summary>Reverses dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Flip(OperatorCall call) => ResolveAll(call) is { } error ? error : Emit(call);

    /// <summary>Shifts dimensions around.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Roll(OperatorCall call)
    {
        var (shifts, dimensions) = (call.Integers("shifts"), call.Integers("dims"));
        if (dimensions.Length != shifts.Length && (dimensions.Length > 0 || shifts.Length != 1))
        {
            return OperatorError.Runtime(
                $"shifts and dimensions must align. shifts: {shifts.Length}, dims:{dimensions.Length}");
        }

        return ResolveAll(call) is { } error ? error : Emit(call);
    }

    private static CallResult Emit(OperatorCall call) => call.Emit(call.Tensor("input").Type, 0);

    private static OperatorError? ResolveAll(OperatorCall call)
    {
        var dimensions = call.Integers("dims");
        for (var index = 0; index < dimensions.Length; index++)
        {
            if (DimensionIndex.Resolve(dimensions[index], call.Tensor("input").Shape.Length, out var resolved) is { } error)
            {
                return error;
            }

            dimensions[index] = resolved;
        }

        call["dims"] = Composition.Integers(dimensions);
        return null;
    }
}
