namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The common bases of PyTorch's modules that sources ask for with <c>isinstance</c>.</summary>
internal static class ModuleBases
{
    private const string Convolution = "torch.nn.modules.conv._ConvNd";
    private const string Normalisation = "torch.nn.modules.batchnorm._BatchNorm";
    private const string Dropout = "torch.nn.modules.dropout._DropoutNd";

    /// <summary>Paths and class names of the bases.</summary>
    public static IEnumerable<(string Path, string Name)> Paths => [(Convolution, "_ConvNd"), (Normalisation, "_BatchNorm"), (Dropout, "_DropoutNd")];

    /// <summary>The base of a module.</summary>
    /// <param name="name">The module's class name.</param>
    /// <returns>The path of its base; null for <c>nn.Module</c>.</returns>
    public static string? Of(string name) => name switch
    {
        "Conv1d" or "Conv2d" or "Conv3d" or "ConvTranspose1d" or "ConvTranspose2d" or "ConvTranspose3d" => Convolution,
        "BatchNorm1d" or "BatchNorm2d" or "BatchNorm3d" or "SyncBatchNorm" => Normalisation,
        "Dropout" or "Dropout1d" or "Dropout2d" or "Dropout3d" or "AlphaDropout" or "FeatureAlphaDropout" => Dropout,
        _ => null,
    };
}
