using System.Globalization;
using System.Text;
using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Loading;

/// <summary>A key-value of the file that is replaced.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">A <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or <see cref="string"/>.</param>
internal sealed record KeyValueOverride(string Key, object Value)
{
    private const string Form = "Write key=type:value with type int, float, bool or str, several with commas between them.";

    /// <summary>Reads a list as the option <c>overrides</c> has it.</summary>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">It cannot be read.</exception>
    public static IReadOnlyList<KeyValueOverride> Parse(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseOne)];

    /// <summary>The overrides as llama.cpp takes them, an empty one at the end.</summary>
    public static LlamaKvOverride[] Pack(IEnumerable<KeyValueOverride> overrides) => [.. overrides.Select(item => item.Pack()), default];

    private static KeyValueOverride ParseOne(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var colon = text.IndexOf(':', equals + 1);
        if (equals < 1 || colon < 0)
        {
            throw Refusal.Of($"The override '{text}' cannot be read.", Form);
        }

        var (key, type, value) = (text[..equals].Trim(), text[(equals + 1)..colon].Trim(), text[(colon + 1)..]);
        object? parsed = type switch
        {
            "int" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null,
            "float" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            "bool" => bool.TryParse(value, out var flag) ? flag : null,
            "str" => value,
            _ => null,
        };
        var fits = Encoding.UTF8.GetByteCount(key) < LlamaKvOverride.TextLength
            && (parsed is not string content || Encoding.UTF8.GetByteCount(content) < LlamaKvOverride.TextLength);
        return parsed is not null && fits
            ? new KeyValueOverride(key, parsed)
            : throw Refusal.Of($"The override '{text}' cannot be read.", $"{Form} Keys and texts have at most {LlamaKvOverride.TextLength - 1} bytes.");
    }

    private LlamaKvOverride Pack()
    {
        var packed = default(LlamaKvOverride);
        Encoding.UTF8.GetBytes(Key, packed.Key);
        Span<long> value = packed.Value;
        switch (Value)
        {
            case long integer:
                (packed.Tag, value[0]) = (0, integer);
                break;
            case double number:
                (packed.Tag, value[0]) = (1, BitConverter.DoubleToInt64Bits(number));
                break;
            case bool flag:
                (packed.Tag, value[0]) = (2, flag ? 1 : 0);
                break;
            case string text:
                packed.Tag = 3;
                Encoding.UTF8.GetBytes(text, System.Runtime.InteropServices.MemoryMarshal.AsBytes(value));
                break;
        }

        return packed;
    }
}
