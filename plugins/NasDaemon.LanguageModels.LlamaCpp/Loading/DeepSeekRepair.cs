using System.Collections.Immutable;

namespace NasDaemon.LanguageModels.LlamaCpp.Loading;

/// <summary>
/// What is put right in DeepSeek-Coder files. Those made in 2023 do not say how their tokenizer splits text, so that some text is
/// read as other tokens than the model was trained on; some name the end token of the base model, so that an answer never ends;
/// some have no chat template.
/// </summary>
/// <param name="Overrides">Key-values to replace.</param>
/// <param name="Template">The name of the template to use where the file has none, or null.</param>
/// <param name="Notes">What was done, a sentence each.</param>
internal sealed record DeepSeekRepair(ImmutableArray<KeyValueOverride> Overrides, string? Template, ImmutableArray<string> Notes)
{
    private const string PreTokenizer = "tokenizer.ggml.pre";
    private const string EndToken = "tokenizer.ggml.eos_token_id";
    private const string EndOfTurn = "<|EOT|>";
    private static readonly ImmutableArray<string> Marks = ["<｜begin▁of▁sentence｜>", "<｜fim▁hole｜>", EndOfTurn];
    private static readonly ImmutableArray<string> LaterMarks = ["<｜User｜>", "<｜Assistant｜>"];

    /// <summary>Nothing to put right.</summary>
    public static DeepSeekRepair None { get; } = new([], null, []);

    /// <summary>Looks at a file.</summary>
    /// <param name="model">The file, with or without weights.</param>
    public static DeepSeekRepair For(NativeModel model)
    {
        var vocabulary = model.Vocabulary;
        if (!Marks.All(mark => vocabulary.Find(mark) is not null) || LaterMarks.Any(mark => vocabulary.Find(mark) is not null))
        {
            return None;
        }

        var (overrides, notes) = (ImmutableArray.CreateBuilder<KeyValueOverride>(), ImmutableArray.CreateBuilder<string>());
        if (model.Metadata(PreTokenizer) is null or "" or "default")
        {
            overrides.Add(new KeyValueOverride(PreTokenizer, "deepseek-coder"));
            notes.Add("The file does not say how its tokenizer splits text; deepseek-coder was put in.");
        }

        var end = vocabulary.Find(EndOfTurn)!.Value;
        if (vocabulary.EndOfSentence != end)
        {
            overrides.Add(new KeyValueOverride(EndToken, (long)end));
            notes.Add($"The file names {vocabulary.Spelling(vocabulary.EndOfSentence)} as the end of an answer; {EndOfTurn} was put in.");
        }

        var template = model.ChatTemplate is null ? "deepseek" : null;
        if (template is not null)
        {
            notes.Add("The file has no chat template; deepseek was taken.");
        }

        return new DeepSeekRepair(overrides.ToImmutable(), template, notes.ToImmutable());
    }
}
