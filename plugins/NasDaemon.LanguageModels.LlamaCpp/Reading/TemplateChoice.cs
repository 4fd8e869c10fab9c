using NasDaemon.LanguageModels.LlamaCpp.Loading;

namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>Finds the chat template that the option names.</summary>
internal static class TemplateChoice
{
    private const string Auto = "auto";
    private const string Remedy = "Set the model's option template to a name that llama.cpp knows, such as chatml, deepseek or llama3, or to a file with sections.";

    /// <summary>Finds it.</summary>
    /// <param name="option">The option.</param>
    /// <param name="model">The model.</param>
    /// <param name="known">The template of a model whose file has none, or null.</param>
    /// <param name="folder">From where a relative path starts.</param>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">The option names none.</exception>
    public static IChatTemplate Find(string option, NativeModel model, string? known, string folder)
    {
        if (option != Auto)
        {
            return Given(option, folder);
        }

        return (model.ChatTemplate, known) switch
        {
            ({ } own, _) when LibraryTemplate.IsKnown(own) => new LibraryTemplate("from the file", own),
            ({ }, _) => new NoTemplate("The file's chat template is none that llama.cpp knows.", Remedy),
            (null, { } name) => new LibraryTemplate(name, name),
            _ => new NoTemplate("The file has no chat template.", Remedy),
        };
    }

    private static IChatTemplate Given(string option, string folder)
    {
        var path = Path.Combine(folder, option);
        if (File.Exists(path))
        {
            return FileTemplate.Parse(path, File.ReadAllText(path));
        }

        // A text that merely contains another template's marks is recognised too, so only a bare name is taken.
        return option.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_') && LibraryTemplate.IsKnown(option)
            ? new LibraryTemplate(option, option)
            : throw Refusal.Of($"The chat template '{option}' is neither a name that llama.cpp knows nor a file ({path}).", Remedy);
    }
}
