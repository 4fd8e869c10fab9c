using System.Collections.Immutable;

namespace NasDaemon.Exports.Onnx.Documentation;

/// <summary>Operators that reach graphs and have no form in ONNX here.</summary>
internal static class AbsentOperators
{
    /// <summary>How their names begin.</summary>
    public static ImmutableArray<string> Prefixes { get; } =
    [
        "fft_", "view_as_", "imag", "angle", "complex", "polar", "rand", "bernoulli_", "exponential_draw", "multinomial", "poisson",
        "fractional_max_pool2d_", "fractional_max_pool3d_", "adaptive_max_pool2d_with", "adaptive_max_pool3d_with", "max_unpool3d", "embedding_bag_node",
        "erfinv", "digamma", "lgamma", "i0", "signbit", "fmax", "fmin", "atan2", "logaddexp2", "nextafter", "copysign", "gcd", "lcm", "bitwise_left",
        "bitwise_right", "cummax", "cummin", "cumprod", "logcumsumexp", "median_all", "nanmedian", "mode", "nanmean", "quantile", "nanquantile",
        "block_diag", "cartesian_prod", "kron", "cross", "matrix_", "inverse", "pdist", "nll_loss", "smooth_l1_loss", "huber_loss",
        "binary_cross_entropy", "kl_div", "_upsample_bilinear2d_aa", "_upsample_bicubic2d_aa", "scatter_reducing", "scatter_reduce", "masked_scatter",
        "diagonal_scatter", "logspace", "tril_indices", "triu_indices",
    ];
}
