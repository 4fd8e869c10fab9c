namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The files of PyTorch that define its modules, which some error texts name.</summary>
internal static class ModuleFiles
{
    private static readonly (string Part, string File)[] Parts =
    [
        ("ConvTranspose", "conv"), ("Conv", "conv"), ("BatchNorm", "batchnorm"), ("InstanceNorm", "instancenorm"), ("LayerNorm", "normalization"),
        ("GroupNorm", "normalization"), ("LocalResponseNorm", "normalization"), ("Pool", "pooling"), ("Dropout", "dropout"), ("Pad", "padding"),
        ("Linear", "linear"), ("Identity", "linear"), ("Flatten", "flatten"), ("Unflatten", "flatten"), ("Upsampl", "upsampling"),
        ("Upsample", "upsampling"), ("Loss", "loss"), ("Embedding", "sparse"), ("PixelShuffle", "pixelshuffle"), ("Transformer", "transformer"),
        ("LSTM", "rnn"), ("GRU", "rnn"), ("RNN", "rnn"), ("Fold", "fold"), ("Unfold", "fold"),
    ];

    /// <summary>The Python module that defines a class.</summary>
    /// <param name="name">The class's name.</param>
    /// <returns>Its full path.</returns>
    public static string Of(string name)
    {
        foreach (var (part, file) in Parts)
        {
            if (name.Contains(part, StringComparison.Ordinal))
            {
                return $"torch.nn.modules.{file}";
            }
        }

        return "torch.nn.modules.activation";
    }
}
