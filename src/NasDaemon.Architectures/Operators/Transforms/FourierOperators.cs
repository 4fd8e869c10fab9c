namespace NasDaemon.Architectures.Operators.Transforms;

/// <summary>Fourier transforms.</summary>
internal static class FourierOperators
{
    private const string One = "input: Tensor, n: int? = None, dim: int = -1, norm: str? = None";
    private const string Two = "input: Tensor, s: int[1]? = None, dim: int[1] = (-2;-1), norm: str? = None";
    private const string Many = "input: Tensor, s: int[1]? = None, dim: int[1]? = None, norm: str? = None";

    /// <summary>The operators of the family.</summary>
    public static IEnumerable<OperatorDefinition> All =>
    [
        .. ((string[])["fft", "ifft", "rfft", "irfft", "hfft", "ihfft"]).Select(name => Transform(name, One)),
        .. ((string[])["fft2", "ifft2", "rfft2", "irfft2"]).Select(name => Transform(name, Two)),
        .. ((string[])["fftn", "ifftn", "rfftn", "irfftn"]).Select(name => Transform(name, Many)),
        new("fft_fftshift", "input: Tensor, dim: int[1]? = None", "torch.fft.fftshift", PointwiseRules.Unary(0)),
        new("fft_ifftshift", "input: Tensor, dim: int[1]? = None", "torch.fft.ifftshift", PointwiseRules.Unary(0)),
    ];

    private static OperatorDefinition Transform(string name, string parameters) =>
        new($"fft_{name}", parameters, $"torch.fft.{name}", call => FourierRules.Apply(call, name));
}
