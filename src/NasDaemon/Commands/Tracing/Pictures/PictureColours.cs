namespace NasDaemon.Commands.Tracing.Pictures;

/// <summary>What operators are filled with: kinds of work are told apart at a glance.</summary>
internal static class PictureColours
{
    private const string Other = "#f2f4f7";

    private static readonly (string Colour, string[] Parts)[] Kinds =
    [
        ("#cfe3ff", ["conv", "linear", "matmul", "bmm", "einsum", "embedding", "attention", "lstm", "gru", "rnn"]),
        ("#fbe3c2", ["norm"]),
        ("#d8f0d2", ["pool", "interpolate", "upsample", "pixel"]),
        ("#fbd5dc", ["relu", "elu", "silu", "gelu", "mish", "sigmoid", "tanh", "softmax", "hardswish", "softplus", "softsign"]),
        ("#e6dcf7", ["add", "mul", "cat", "stack", "sub", "div"]),
    ];

    /// <summary>The colour of an operator.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The colour.</returns>
    public static string Of(string name) =>
        Kinds.FirstOrDefault(kind => kind.Parts.Any(part => name.Contains(part, StringComparison.Ordinal))).Colour ?? Other;
}
