namespace NasDaemon.Commands.Exports;

/// <summary>The forms in which a network leaves.</summary>
internal static class ExportFormat
{
    /// <summary>The PyTorch source.</summary>
    public const string Source = "source";

    /// <summary>TorchScript, which <c>torch.jit.load</c> reads.</summary>
    public const string TorchScript = "torchscript";

    /// <summary>The weights under PyTorch's names.</summary>
    public const string Safetensors = "safetensors";

    /// <summary>ONNX.</summary>
    public const string Onnx = "onnx";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Source, TorchScript, Safetensors, Onnx];
}

/// <summary>What became of one form.</summary>
/// <param name="Format">The form.</param>
/// <param name="File">The file; null where it could not be had.</param>
/// <param name="Problem">Why not; null where it could.</param>
/// <param name="Note">What is to be known of the file; null for nothing.</param>
internal sealed record ExportedFile(string Format, string? File, string? Problem, string? Note = null);
