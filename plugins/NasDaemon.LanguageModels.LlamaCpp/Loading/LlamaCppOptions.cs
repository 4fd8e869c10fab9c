using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.LanguageModels.LlamaCpp.Loading;

/// <summary>How a model is loaded.</summary>
internal sealed record LlamaCppOptions
{
    private const string AnyText = "";

    /// <summary>The GGUF file; of a model in several files the first.</summary>
    /// <value>Relative paths start from the model folder.</value>
    public required string Path { get; init; }

    /// <summary>Tokens that all live texts have together.</summary>
    /// <value>0 takes what the model was trained for, at most 8,192.</value>
    public int Context { get; init; }

    /// <summary>Threads that compute.</summary>
    /// <value>0 takes one a processor core.</value>
    public int Threads { get; init; }

    /// <summary>Layers that a graphics processor holds.</summary>
    /// <value>-1 for all, where there is one.</value>
    public int GpuLayers { get; init; } = -1;

    /// <summary>The most tokens decoded at once.</summary>
    public int Batch { get; init; } = 512;

    /// <summary>The most requests decoded together.</summary>
    public int Sequences { get; init; } = 4;

    /// <summary>The number format of the cache.</summary>
    public string CacheType { get; init; } = "f16";

    /// <summary>Low-rank adapters, as <c>file=scale, file=scale</c>.</summary>
    public string Lora { get; init; } = AnyText;

    /// <summary>Key-values of the file that are replaced, as <c>key=type:value, …</c>.</summary>
    public string Overrides { get; init; } = AnyText;

    /// <summary><c>auto</c>, a name that llama.cpp knows, or a file.</summary>
    public string Template { get; init; } = "auto";

    /// <summary>The folder of llama.cpp's libraries.</summary>
    /// <value>Empty for those that came with the plugin.</value>
    public string Libraries { get; init; } = AnyText;

    /// <summary>The options with their meaning and defaults.</summary>
    public static ImmutableArray<OptionDefinition> Definitions { get; } =
    [
        new TextOption("path", "The GGUF file, of a model in several files the first; relative paths start from the model folder.", AnyText, []),
        new IntegerOption("context", "Tokens that all texts being written have together; 0 takes what the model was trained for, at most 8,192.", 0, 0, 1 << 20),
        new IntegerOption("threads", "Threads that compute; 0 takes one a processor core. Where training runs on the same cores, 1 may be faster.", 0, 0, 512),
        new IntegerOption("gpu_layers", "Layers that a graphics processor holds; -1 for all, where there is one.", -1, -1, 10_000),
        new IntegerOption("batch", "The most tokens decoded at once.", 512, 16, 4096),
        new IntegerOption("sequences", "The most requests decoded together.", 4, 1, 64),
        new TextOption("kv_type", "The number format of the cache: f16, or a smaller one for longer contexts.", "f16", ["f16", "bf16", "f32", "q8_0", "q4_0"]),
        new TextOption("lora", "Low-rank adapters with their scale: file=1.0, file=0.5.", AnyText, []),
        new TextOption("overrides", "Key-values of the file that are replaced: key=type:value, with type int, float, bool or str.", AnyText, []),
        new TextOption("template", "The chat template: auto for the file's own, a name that llama.cpp knows (chatml, deepseek, llama3, …), or a file.", "auto", []),
        new TextOption("libraries", "The folder of llama.cpp's libraries, such as those for CUDA; empty for those that came with the daemon.", AnyText, []),
    ];

    /// <summary>Reads the values of the settings.</summary>
    /// <param name="values">The values.</param>
    public static LlamaCppOptions From(OptionValues values) => new()
    {
        Path = values.Text("path"),
        Context = (int)values.Integer("context"),
        Threads = (int)values.Integer("threads"),
        GpuLayers = (int)values.Integer("gpu_layers"),
        Batch = (int)values.Integer("batch"),
        Sequences = (int)values.Integer("sequences"),
        CacheType = values.Text("kv_type"),
        Lora = values.Text("lora"),
        Overrides = values.Text("overrides"),
        Template = values.Text("template"),
        Libraries = values.Text("libraries"),
    };
}
