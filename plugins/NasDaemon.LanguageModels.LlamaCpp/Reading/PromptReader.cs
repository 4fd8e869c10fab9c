using System.Text;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>Turns prompts into tokens. Control tokens are read in the template's text alone, so that no message can speak for another role.</summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="template">The chat template.</param>
internal sealed class PromptReader(Vocabulary vocabulary, IChatTemplate template)
{
    private readonly string[] _controls = [.. vocabulary.Controls.Keys.OrderByDescending(spelling => spelling.Length)];

    /// <summary>The tokens of a prompt.</summary>
    /// <exception cref="LanguageModelException">The model has no template for it.</exception>
    public List<int> Read(Prompt prompt)
    {
        var tokens = new List<int>();
        if (vocabulary.Beginning is { } beginning)
        {
            tokens.Add(beginning);
        }

        var start = tokens.Count;
        switch (prompt)
        {
            case TextPrompt text:
                vocabulary.Tokenize(text.Text, tokens);
                break;
            case ChatPrompt chat:
                Read([.. template.Apply(chat.Messages), new PromptPart(chat.AnswerStart, IsTemplate: false)], tokens);
                break;
            default:
                throw new ArgumentException($"{prompt?.GetType().Name ?? "null"} is no kind of prompt that this model knows.", nameof(prompt));
        }

        // Some templates spell the beginning themselves.
        if (start > 0 && tokens.Count > start && tokens[start] == tokens[0])
        {
            tokens.RemoveAt(0);
        }

        return tokens;
    }

    /// <summary>The tokens of text within a prompt.</summary>
    public List<int> ReadText(string text)
    {
        var tokens = new List<int>();
        vocabulary.Tokenize(text, tokens);
        return tokens;
    }

    // Text between two control tokens is tokenised as one, as the model was trained: words may join across the template's edges.
    private void Read(IEnumerable<PromptPart> parts, List<int> tokens)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (!part.IsTemplate)
            {
                text.Append(part.Text);
                continue;
            }

            var rest = part.Text;
            while (FirstControl(rest) is { Control: { } control, Position: var position })
            {
                text.Append(rest, 0, position);
                vocabulary.Tokenize(text.ToString(), tokens);
                text.Clear();
                tokens.Add(vocabulary.Controls[control]);
                rest = rest[(position + control.Length)..];
            }

            text.Append(rest);
        }

        vocabulary.Tokenize(text.ToString(), tokens);
    }

    private (int Position, string? Control) FirstControl(string text)
    {
        var (best, found) = (0, (string?)null);
        foreach (var control in _controls)
        {
            var position = text.IndexOf(control, StringComparison.Ordinal);
            if (position >= 0 && (found is null || position < best))
            {
                (best, found) = (position, control);
            }
        }

        return (best, found);
    }
}
