using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Interop;
using NasDaemon.LanguageModels.LlamaCpp.Tests.Support;
using NasDaemon.Testing;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Interop;

public sealed class SelfTestTests
{
    [Fact]
    public void Sizes_OfOurStructures_AreThoseOfThePinnedHeader() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["llama_model_params"] = 80,
            ["llama_context_params"] = 160,
            ["llama_batch"] = 56,
            ["llama_model_kv_override"] = 264,
            ["llama_token_data"] = 12,
            ["llama_token_data_array"] = 32,
            ["llama_sampler_chain_params"] = 1,
            ["llama_chat_message"] = 16,
        },
        SelfTest.Sizes);

    [LlamaCppFact]
    public void Run_PinnedLibraries_FindsNothingWrong()
    {
        NativeRuntime.Require(NativeLibraries.DefaultFolder, 0);

        SelfTest.Run();
    }

    [Fact]
    public void Load_EmptyFolder_NamesTheFileAndTheRemedy()
    {
        using var folder = new TemporaryFolder();

        var refusal = Assert.Throws<LanguageModelException>(() => NativeLibraries.Load(folder.Path));

        Assert.Contains(folder.Combine(NativeLibraries.GgmlBase), refusal.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("./install.sh", refusal.Failure.Hint, StringComparison.Ordinal);
    }

    [LlamaCppFact]
    public void Usable_ThisProcessor_EndsWithThePlainestVariant()
    {
        var variants = ProcessorVariants.Usable(NativeLibraries.DefaultFolder).Select(ProcessorVariants.Name).ToList();

        Assert.Equal("x64", variants[^1]);
        Assert.Equal(variants.Count, variants.Distinct().Count());
    }
}
