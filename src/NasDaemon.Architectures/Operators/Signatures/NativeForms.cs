using System.Collections.Frozen;

namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>What PyTorch's native functions take beside the signature that the catalogue has of them.</summary>
internal static class NativeForms
{
    // Functions of the catalogue's overloaded families that have a single form, whose errors therefore name an argument.
    private static readonly FrozenSet<string> Single = new[]
    {
        "amax", "amin", "arctan2", "argmax", "argmin", "atan2", "fmax", "fmin", "gcd", "gcd_", "heaviside", "hypot", "lcm", "lcm_", "ldexp",
        "ldexp_", "logaddexp", "logaddexp2", "logical_and", "logical_or", "logical_xor", "maximum", "minimum", "mul", "mul_", "multiply",
        "nanmean", "nansum", "nextafter", "swapaxes", "swapdims", "vector_norm",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Functions of which the catalogue has one form and PyTorch several.
    private static readonly FrozenSet<string> Several = new[]
    {
        "addbmm", "addcdiv", "addcmul", "addmm", "addmv", "addr", "atleast_1d", "atleast_2d", "atleast_3d", "baddbmm", "bitwise_and",
        "bitwise_or", "cumprod", "diagonal", "dsplit", "floor_divide", "fmod", "full", "gather", "gru", "hsplit", "index_add", "lstm", "median",
        "multiply", "narrow", "quantile", "randperm", "remainder", "rnn_relu", "rnn_tanh", "round", "round_", "scatter", "select", "sort",
        "std_mean", "tensor_split", "unbind", "unflatten", "var_mean", "vsplit",
    }.ToFrozenSet(StringComparer.Ordinal);

    // How many arguments each form takes, the tensor included. With as many as one form only takes, errors are that form's.
    private static readonly FrozenDictionary<string, (int Least, int Most)[]> Counts = new Dictionary<string, (int, int)[]>
    {
        ["flatten"] = [(1, 3), (4, 4), (3, 3)],
        ["cat"] = [(1, 3), (2, 3)],
        ["concat"] = [(1, 3), (2, 3)],
        ["add"] = [(2, 4)],
        ["sub"] = [(2, 4)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a function of <c>torch.nn.functional</c> asks its first argument for, which Python refuses where that is no tensor.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The attribute; null where a native function sees the argument first.</returns>
    public static string? Asks(string function) => function switch
    {
        "softmax" or "log_softmax" => function,
        "adaptive_avg_pool2d" or "adaptive_avg_pool3d" or "_adaptive_max_pool1d" or "_adaptive_max_pool2d" or "group_norm" => "size",
        "interpolate" or "upsample" or "glu" or "dropout2d" or "dropout1d" or "dropout3d" or "local_response_norm" => "dim",
        "normalize" => "norm",
        _ => null,
    };

    /// <summary>Whether a function's errors are those of one form.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>False where the error lists all forms.</returns>
    public static bool IsOneForm(Signature signature, CallArguments arguments)
    {
        if (signature.Style == SignatureStyle.Python || Single.Contains(signature.Name))
        {
            return true;
        }

        if (signature.Style == SignatureStyle.Native)
        {
            return !Several.Contains(signature.Name);
        }

        var given = arguments.Positional.Length + arguments.Keywords.Length;
        return Counts.TryGetValue(signature.Name, out var counts)
            && counts.Count(count => given >= count.Least && given <= count.Most) == 1
            && given >= counts[0].Least && given <= counts[0].Most;
    }

    /// <summary>Whether a parameter belongs to the function of <c>torch.nn.functional</c> only.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>True where native forms do not have it.</returns>
    public static bool Lacks(Parameter parameter) => parameter is { IsHidden: true, Name: "inplace" or "_stacklevel" };

    /// <summary>Whether a parameter has its default in <c>torch.nn.functional</c> only.</summary>
    /// <param name="function">The function.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>True where native forms require it.</returns>
    public static bool Requires(string function, Parameter parameter) => function is "softmax" or "log_softmax" && parameter.Name == "dim";

    /// <summary>How PyTorch calls a list of integers in errors.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The words.</returns>
    public static string Sizes(string function) =>
        function is "view" or "reshape" or "expand" or "repeat" or "zeros" or "ones" or "empty" or "new_zeros" or "new_ones" or "new_empty" or "adaptive_avg_pool2d"
            ? "tuple of SymInts"
            : "tuple of ints";
}
