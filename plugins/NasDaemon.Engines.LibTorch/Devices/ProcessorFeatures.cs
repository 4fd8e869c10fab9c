namespace NasDaemon.Engines.LibTorch.Devices;

/// <summary>What the processor has for bfloat16. The system lists an instruction set only where it also lets programs use it.</summary>
/// <param name="HasAmx">Tile products in bfloat16 (AMX-BF16).</param>
/// <param name="HasAvx512">Vector products in bfloat16 (AVX512-BF16).</param>
internal sealed record ProcessorFeatures(bool HasAmx, bool HasAvx512)
{
    private const string Source = "/proc/cpuinfo";

    /// <summary>The features of this machine's processor.</summary>
    /// <returns>The features; none where the system does not list them.</returns>
    public static ProcessorFeatures Detect() => Parse(File.Exists(Source) ? File.ReadLines(Source) : []);

    /// <summary>Reads the system's list.</summary>
    /// <param name="lines">The lines of <c>/proc/cpuinfo</c>.</param>
    /// <returns>The features.</returns>
    public static ProcessorFeatures Parse(IEnumerable<string> lines)
    {
        var flags = lines.FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal))?.Split(' ') ?? [];
        return new ProcessorFeatures(flags.Contains("amx_bf16"), flags.Contains("avx512_bf16"));
    }
}
