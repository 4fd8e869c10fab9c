namespace NasDaemon.Architectures.Operators;

/// <summary>Rules of operators that work element by element.</summary>
internal static class PointwiseRules
{
    /// <summary>An operator on one tensor called <c>input</c> that keeps its shape.</summary>
    /// <param name="flopsPerElement">Floating-point operations an element.</param>
    /// <returns>The rule.</returns>
    public static OperatorRule Unary(int flopsPerElement) => call =>
    {
        var input = call.Tensor("input");
        return call.Emit(input.Type, flopsPerElement * ShapeMath.SampleElements(input.Shape));
    };
}
