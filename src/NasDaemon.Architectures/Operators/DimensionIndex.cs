using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>Python's dimension numbers, which may count from the end.</summary>
internal static class DimensionIndex
{
    /// <summary>Resolves a dimension number.</summary>
    /// <param name="dimension">The number as given.</param>
    /// <param name="rank">How many dimensions there are.</param>
    /// <param name="index">The number from the front.</param>
    /// <returns>PyTorch's error where it is out of range.</returns>
    public static OperatorError? Resolve(long dimension, int rank, out int index)
    {
        var range = Math.Max(rank, 1);
        if (dimension < -range || dimension >= range)
        {
            index = 0;
            return OperatorError.Index($"Dimension out of range (expected to be in range of [{-range}, {range - 1}], but got {dimension})");
        }

        index = (int)(dimension < 0 ? dimension + range : dimension);
        return null;
    }

    /// <summary>Resolves an argument that is a dimension number and makes it count from the front.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="rank">How many dimensions there are.</param>
    /// <param name="index">The number from the front.</param>
    /// <returns>PyTorch's error where it is out of range.</returns>
    public static OperatorError? Resolve(OperatorCall call, string name, int rank, out int index)
    {
        if (Resolve(call.Integer(name), rank, out index) is { } error)
        {
            return error;
        }

        call[name] = new IntegerValue(index);
        return null;
    }
}
