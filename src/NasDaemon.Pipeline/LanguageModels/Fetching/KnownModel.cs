using System.Collections.Immutable;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>A model that can be fetched by name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Address">Where its file is.</param>
/// <param name="Bytes">The size of its file.</param>
/// <param name="Sum">The SHA-256 sum of its file.</param>
/// <param name="Licence">Under which licence it is given.</param>
public sealed record KnownModel(string Name, string Summary, string Address, long Bytes, string Sum, string Licence)
{
    private const string DeepSeekLicence = "DeepSeek Model License";
    private const string Apache = "Apache-2.0";

    /// <summary>All of them: code models that follow instructions, quantised to about four and a half bits a weight.</summary>
    public static ImmutableArray<KnownModel> All { get; } =
    [
        DeepSeek("1.3b", "TheBloke/deepseek-coder-1.3b-instruct-GGUF", 873_582_624, "04cebb6fafa40ae628cf6bfeb76032ec792852f54020c559ad0a56b9f2839118"),
        DeepSeek("6.7b", "TheBloke/deepseek-coder-6.7B-instruct-GGUF", 4_083_015_904, "92da6238854f2fa902d8b2ad79d548536af1d3ab06821f323bd5bbcea2013276"),
        Qwen("0.5b", Apache, 491_400_064, "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"),
        Qwen("1.5b", Apache, 1_117_320_768, "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"),
        Qwen("3b", "Qwen Research License", 2_104_932_800, "724fb256bec1ff062b2f65e4569e871ad2e95ab2a3989723d1769c54294730b7"),
        Qwen("7b", Apache, 4_683_073_536, "509287f78cb4d4cf6b3843734733b914b2c158e43e22a7f4bf5e963800894d3c"),
        Qwen("14b", Apache, 8_988_110_272, "c1e659736d89ac1065fb495330fb824d94001974a4bfa78e7270e43476a8d940"),
        Qwen("32b", Apache, 19_851_335_872, "4d64b316b5e6319d9613e0d97935d9ebd631fc7e334da400d00085eca749d085"),
    ];

    private static KnownModel DeepSeek(string size, string repository, long bytes, string sum) => new(
        $"deepseek-coder-{size}",
        $"DeepSeek-Coder {size.ToUpperInvariant()} Instruct, Q4_K_M",
        $"https://huggingface.co/{repository}/resolve/main/deepseek-coder-{size}-instruct.Q4_K_M.gguf",
        bytes,
        sum,
        DeepSeekLicence);

    private static KnownModel Qwen(string size, string licence, long bytes, string sum) => new(
        $"qwen2.5-coder-{size}",
        $"Qwen2.5-Coder {size.ToUpperInvariant()} Instruct, Q4_K_M",
        $"https://huggingface.co/Qwen/Qwen2.5-Coder-{size.ToUpperInvariant()}-Instruct-GGUF/resolve/main/qwen2.5-coder-{size}-instruct-q4_k_m.gguf",
        bytes,
        sum,
        licence);
}
