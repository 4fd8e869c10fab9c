namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>What llama.cpp can compute on besides the processor.</summary>
internal static unsafe class Devices
{
    private const int Graphics = 1;
    private const int IntegratedGraphics = 2;

    /// <summary>The graphics processors, e.g. <c>CUDA0 (NVIDIA H100)</c>.</summary>
    public static IReadOnlyList<string> GraphicsProcessors()
    {
        var found = new List<string>();
        for (nuint index = 0; index < Ggml.ggml_backend_dev_count(); index++)
        {
            var device = Ggml.ggml_backend_dev_get(index);
            if (GgmlBase.ggml_backend_dev_type(device) is Graphics or IntegratedGraphics)
            {
                found.Add($"{NativeText.Copy(GgmlBase.ggml_backend_dev_name(device))} ({NativeText.Copy(GgmlBase.ggml_backend_dev_description(device))})");
            }
        }

        return found;
    }
}
