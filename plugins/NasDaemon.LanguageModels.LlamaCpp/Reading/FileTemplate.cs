using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>
/// A template in a file of the user's: sections <c>[start]</c>, <c>[system]</c>, <c>[user]</c>, <c>[assistant]</c> and <c>[answer]</c>,
/// of which those of messages have the placeholder <c>{text}</c> once. The line end before the next section is not part of a section.
/// </summary>
internal sealed class FileTemplate : IChatTemplate
{
    private const string Placeholder = "{text}";
    private const string Start = "start";
    private const string Answer = "answer";
    private static readonly ImmutableArray<string> Roles = ["system", "user", "assistant"];

    private readonly ImmutableDictionary<string, string> _sections;

    private FileTemplate(string name, ImmutableDictionary<string, string> sections) => (Name, _sections) = (name, sections);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="name">What it is called: its file.</param>
    /// <param name="text">What the file says.</param>
    /// <exception cref="LanguageModelException">It is not such a template.</exception>
    public static FileTemplate Parse(string name, string text)
    {
        var sections = Sections(text);
        var problem = sections.Keys.FirstOrDefault(section => section is not (Start or Answer) && !Roles.Contains(section)) is { } unknown
            ? $"the section [{unknown}] is not known"
            : Roles.Append(Answer).FirstOrDefault(section => !sections.ContainsKey(section)) is { } missing
                ? $"the section [{missing}] is missing"
                : Roles.FirstOrDefault(section => sections[section].Split(Placeholder).Length != 2) is { } wrong
                    ? $"the section [{wrong}] does not have {Placeholder} once"
                    : null;
        return problem is null
            ? new FileTemplate(name, sections)
            : throw Refusal.Of($"The chat template {name} cannot be used: {problem}.", $"Write the sections [system], [user] and [assistant], each with {Placeholder} once, [answer], and where needed [start].");
    }

    /// <inheritdoc/>
    public IReadOnlyList<PromptPart> Apply(ImmutableArray<ChatMessage> messages)
    {
        var parts = new List<PromptPart> { new(_sections.GetValueOrDefault(Start, ""), IsTemplate: true) };
        foreach (var message in messages)
        {
            var around = _sections[Roles[(int)message.Role]].Split(Placeholder);
            parts.AddRange([new(around[0], IsTemplate: true), new(message.Text, IsTemplate: false), new(around[1], IsTemplate: true)]);
        }

        parts.Add(new PromptPart(_sections[Answer], IsTemplate: true));
        return parts;
    }

    private static ImmutableDictionary<string, string> Sections(string text)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 2 && line[0] == '[' && line[^1] == ']' && line[1..^1].All(char.IsAsciiLetterLower))
            {
                sections[line[1..^1]] = current = [];
            }
            else
            {
                current?.Add(line);
            }
        }

        // The file's own last line end is an editor's habit and not part of the last section.
        if (current is [.., ""])
        {
            current.RemoveAt(current.Count - 1);
        }

        return sections.ToImmutableDictionary(section => section.Key, section => string.Join('\n', section.Value), StringComparer.Ordinal);
    }
}
