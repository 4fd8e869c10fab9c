using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>A template that llama.cpp knows, by its name or recognised in a file's own.</summary>
/// <param name="name">What it is called in reports.</param>
/// <param name="template">The name, or the file's template.</param>
internal sealed unsafe class LibraryTemplate(string name, string template) : IChatTemplate
{
    // Marks of the private use area stand in for the messages, so that the template's own text can be told from theirs.
    private const char Open = '\uE0F0';
    private const char Close = '\uE0F1';
    private const string UnendedHeading = "### Instruction:";

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Whether llama.cpp knows the template.</summary>
    public static bool IsKnown(string template) => Layout(template, [new ChatMessage(ChatRole.User, "x")]) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<PromptPart> Apply(ImmutableArray<ChatMessage> messages) =>
        TryApply(messages)
        ?? TryApply(WithoutSystem(messages))
        ?? throw Refusal.Of($"The chat template {name} does not take such a conversation.", "Name another one by the model's option template.");

    // Templates without a place for standing instructions leave them out; the first message of the user takes them.
    private static ImmutableArray<ChatMessage> WithoutSystem(ImmutableArray<ChatMessage> messages)
    {
        var standing = string.Join('\n', messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text));
        var others = messages.Where(message => message.Role != ChatRole.System).ToList();
        var first = others.FindIndex(message => message.Role == ChatRole.User);
        if (first >= 0 && standing.Length > 0)
        {
            others[first] = others[first] with { Text = $"{standing}\n\n{others[first].Text}" };
        }

        return [.. others];
    }

    private List<PromptPart>? TryApply(ImmutableArray<ChatMessage> messages)
    {
        var marked = messages.Select((message, index) => message with { Text = Mark(index) });
        if (messages.IsEmpty || Layout(template, [.. marked]) is not { } layout)
        {
            return null;
        }

        var parts = new List<PromptPart>();
        var position = 0;
        for (var index = 0; index < messages.Length; index++)
        {
            var mark = layout.IndexOf(Mark(index), position, StringComparison.Ordinal);
            if (mark < 0)
            {
                return null;
            }

            parts.Add(new PromptPart(layout[position..mark], IsTemplate: true));
            position = mark + Mark(index).Length;
            parts.Add(new PromptPart(Ended(messages[index].Text, layout, position), IsTemplate: false));
        }

        parts.Add(new PromptPart(layout[position..], IsTemplate: true));
        return parts;
    }

    // llama.cpp's layout for DeepSeek-Coder puts no line end behind the standing instructions, which the model was trained with.
    private static string Ended(string text, string layout, int position) =>
        string.CompareOrdinal(layout, position, UnendedHeading, 0, UnendedHeading.Length) == 0 && !text.EndsWith('\n') ? text + "\n" : text;

    private static string Mark(int index) => string.Create(CultureInfo.InvariantCulture, $"{Open}{index}{Close}");

    private static string? Layout(string template, IReadOnlyList<ChatMessage> messages)
    {
        var texts = messages.SelectMany(message => new[] { Role(message.Role), message.Text }).Select(NativeText.Encode).ToList();
        var pins = texts.ConvertAll(text => GCHandle.Alloc(text, GCHandleType.Pinned));
        try
        {
            var native = new LlamaChatMessage[messages.Count];
            for (var index = 0; index < native.Length; index++)
            {
                native[index].Role = (byte*)pins[2 * index].AddrOfPinnedObject();
                native[index].Content = (byte*)pins[(2 * index) + 1].AddrOfPinnedObject();
            }

            return Layout(NativeText.Encode(template), native);
        }
        finally
        {
            pins.ForEach(pin => pin.Free());
        }
    }

    private static string? Layout(byte[] template, LlamaChatMessage[] messages) => NativeText.Read((buffer, length) =>
    {
        fixed (byte* start = template)
        fixed (LlamaChatMessage* first = messages)
        {
            return Llama.llama_chat_apply_template(start, first, (nuint)messages.Length, addAssistant: 1, buffer, length);
        }
    });

    private static string Role(ChatRole role) => role switch
    {
        ChatRole.System => "system",
        ChatRole.Assistant => "assistant",
        _ => "user",
    };
}
