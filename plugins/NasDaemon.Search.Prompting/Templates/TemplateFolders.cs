using System.Text;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>Finds the templates: the user's where there is one, else the one that came with the program.</summary>
/// <param name="folders">Where the daemon keeps things.</param>
internal sealed class TemplateFolders(DaemonFolders folders)
{
    private const int LargestFile = 64 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Loads every template.</summary>
    /// <returns>The templates.</returns>
    /// <exception cref="LanguageModelException">One of them cannot be used.</exception>
    public TemplateSet Load() => new(TemplateDefinitions.All.ToDictionary(definition => definition, Load));

    private PromptTemplate Load(TemplateDefinition definition)
    {
        var own = Path.Combine(folders.Prompts, definition.File);
        var shipped = Path.Combine(folders.Program, "prompts", definition.File);
        var path = File.Exists(own) ? own : shipped;
        return new TemplateParser(definition, path).Parse(Text(path));
    }

    private static string Text(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.Length > LargestFile)
            {
                throw UnusableTemplate.Because($"{path}: the file has more than {LargestFile / 1024} KiB.", "Shorten it.");
            }

            using var reader = new StreamReader(file, Strict);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw UnusableTemplate.Because($"{path}: the file is not UTF-8.", "Save it as UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw UnusableTemplate.Because($"{path}: the file cannot be read: {exception.Message}", "Put it there, or make it readable for the daemon.");
        }
    }
}
