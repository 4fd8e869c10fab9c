namespace NasDaemon.Architectures.Operators.Convolutions;

/// <summary>Convolutions and transposed convolutions of one to three dimensions.</summary>
internal static class ConvolutionOperators
{
    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        Plain(1), Plain(2), Plain(3),
        Transposed(1), Transposed(2), Transposed(3),
    ];

    private static OperatorDefinition Plain(int spatial) => new(
        $"conv{spatial}d",
        $"input: Tensor, weight: Tensor, bias: Tensor? = None, stride: int[{spatial}] = 1, padding: int[{spatial}]|str = 0, dilation: int[{spatial}] = 1, groups: int = 1",
        $"F:conv{spatial}d torch.conv{spatial}d",
        call => ConvolutionRules.Plain(call, spatial))
    {
        IsOverloaded = true,
    };

    private static OperatorDefinition Transposed(int spatial) => new(
        $"conv_transpose{spatial}d",
        $"input: Tensor, weight: Tensor, bias: Tensor? = None, stride: int[{spatial}] = 1, padding: int[{spatial}] = 0, output_padding: int[{spatial}] = 0, groups: int = 1, dilation: int[{spatial}] = 1",
        $"F:conv_transpose{spatial}d torch.conv_transpose{spatial}d",
        call => TransposedConvolutionRules.Apply(call, spatial));
}
