using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Loading;
using NasDaemon.LanguageModels.LlamaCpp.Tests.Support;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Loading;

public sealed class LoadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public LoadingTests() => _path = new TinyModel().Save(_folder.Combine("tiny.gguf"));

    public void Dispose() => _folder.Dispose();

    [LlamaCppFact]
    public async Task Load_TinyModel_SaysWhatItIs()
    {
        await using var model = await Models.LoadAsync(_path);

        Assert.Equal(("test", "Tiny Random", 512, "from the file", true), (model.Info.Name, model.Info.Model, model.Info.ContextLength, model.Info.Template, model.Info.CountsExactly));
        Assert.Matches(@"^cpu \(\w+\)$", model.Info.Device);
        Assert.Empty(model.Info.Notes);
    }

    [LlamaCppFact]
    public async Task Load_Overrides_ReplaceWhatTheFileSays()
    {
        await using var model = await Models.LoadAsync(_path, options => options with { Overrides = "llama.context_length=int:256" });

        Assert.Equal(256, model.Info.ContextLength);
    }

    [LlamaCppTheory]
    [InlineData("truncated")]
    [InlineData("text")]
    [InlineData("absent")]
    public async Task Load_BrokenFile_SaysWhichAndWhatHelps(string what)
    {
        var path = _folder.Combine("broken.gguf");
        if (what != "absent")
        {
            await File.WriteAllBytesAsync(path, what == "text" ? "not a model"u8.ToArray() : (await File.ReadAllBytesAsync(_path))[..40_000]);
        }

        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => Models.LoadAsync(path));

        Assert.Equal(FailureClass.LanguageModel, refusal.Failure.Class);
        Assert.Contains(path, refusal.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("nasdaemon model get", refusal.Failure.Hint, StringComparison.Ordinal);
    }

    [LlamaCppFact]
    public async Task Load_OldDeepSeekCoderFile_IsPutRightAndSaysSo()
    {
        var old = new TinyModel
        {
            PreTokenizer = null,
            Template = null,
            Controls = ["<｜begin▁of▁sentence｜>", "<｜end▁of▁sentence｜>", "<｜fim▁hole｜>", "<|EOT|>"],
            End = "<｜end▁of▁sentence｜>",
        };

        await using var model = await Models.LoadAsync(old.Save(_folder.Combine("deepseek.gguf")));

        Assert.Equal("deepseek", model.Info.Template);
        Assert.Collection(
            model.Info.Notes,
            note => Assert.Contains("deepseek-coder was put in", note, StringComparison.Ordinal),
            note => Assert.Contains("<|EOT|> was put in", note, StringComparison.Ordinal),
            note => Assert.Contains("deepseek was taken", note, StringComparison.Ordinal));

        // Where nothing more may be written, the end token comes, and it ends the answer.
        var answer = await model.AskAsync(Models.Greedy(Models.Chat("x"), 9) with { Grammar = "root ::= \"ab\"" });
        Assert.Equal(("ab", FinishReason.Stop), (answer.Text, answer.End.Reason));
    }

    [LlamaCppFact]
    public async Task Load_RightDeepSeekCoderFile_IsLeftAlone()
    {
        var whole = new TinyModel
        {
            PreTokenizer = "deepseek-coder",
            Template = "{% for m in messages %}### Instruction:\n{{ m }}\n### Response:\n<|EOT|>{% endfor %}",
            Controls = ["<｜begin▁of▁sentence｜>", "<｜end▁of▁sentence｜>", "<｜fim▁hole｜>", "<|EOT|>"],
        };

        await using var model = await Models.LoadAsync(whole.Save(_folder.Combine("deepseek.gguf")));

        Assert.Empty(model.Info.Notes);
        Assert.Equal("from the file", model.Info.Template);
    }

    [LlamaCppFact]
    public async Task Load_NoTemplate_ContinuesTextAndRefusesConversations()
    {
        await using var model = await Models.LoadAsync(new TinyModel { Template = null }.Save(_folder.Combine("base.gguf")));

        var text = await model.AskAsync(Models.Greedy(new TextPrompt("x = "), 3));
        var chat = await model.AskAsync(Models.Greedy(Models.Chat("x"), 3));

        Assert.Equal((FinishReason.Length, "none"), (text.End.Reason, model.Info.Template));
        Assert.Equal(FinishReason.Failed, chat.End.Reason);
        Assert.Contains("option template", chat.End.Failure!.Hint, StringComparison.Ordinal);
        Assert.Contains("Only plain text", Assert.Single(model.Info.Notes), StringComparison.Ordinal);
    }

    [LlamaCppFact]
    public async Task Load_Adapter_ChangesTheAnswerByItsScale()
    {
        var adapter = TinyModel.SaveAdapter(_folder.Combine("style.gguf"));
        var request = Models.Greedy(new TextPrompt("x = "), 24);

        var texts = new List<string>();
        foreach (var lora in new[] { "", "style.gguf=0", "style.gguf=4.0" })
        {
            await using var model = await Models.LoadAsync(_path, options => options with { Lora = lora });
            texts.Add((await model.AskAsync(request)).Text);
            Assert.Equal(lora.Length > 0 ? 1 : 0, model.Info.Notes.Count(note => note.Contains(Path.GetFileName(adapter), StringComparison.Ordinal)));
        }

        Assert.Equal(texts[0], texts[1]);
        Assert.NotEqual(texts[0], texts[2]);
    }

    [LlamaCppTheory]
    [InlineData("absent.gguf=1.0", "is not there")]
    [InlineData("wide.gguf=1.0", "does not fit the model")]
    [InlineData("wide.gguf=much", "cannot be read")]
    public async Task Load_UnfitAdapter_SaysWhy(string lora, string reason)
    {
        TinyModel.SaveAdapter(_folder.Combine("wide.gguf"), width: 48);

        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => Models.LoadAsync(_path, options => options with { Lora = lora }));

        Assert.Contains(reason, refusal.Failure.Message, StringComparison.Ordinal);
    }

    [LlamaCppTheory]
    [InlineData("q8_0")]
    [InlineData("q4_0")]
    [InlineData("bf16")]
    [InlineData("f32")]
    public async Task Load_CacheType_Answers(string type)
    {
        await using var model = await Models.LoadAsync(_path, options => options with { CacheType = type });

        Assert.Equal(FinishReason.Length, (await model.AskAsync(Models.Greedy(new TextPrompt("x = "), 3))).End.Reason);
    }

    [LlamaCppFact]
    public async Task Loader_Always_AsksForAProcessOfItsOwn()
    {
        var loader = new LlamaCppLoader(new LlamaCppOptions { Path = "" }, _folder.Path, TimeProvider.System);

        Assert.Equal(LanguageModelHosting.ChildProcess, loader.Hosting);
        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => loader.LoadAsync("x", default));
        Assert.Contains("path", refusal.Failure.Hint, StringComparison.Ordinal);
    }
}
