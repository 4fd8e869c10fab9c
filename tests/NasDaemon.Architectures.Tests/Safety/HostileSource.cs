using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Tests.Tracing;
using Xunit.Abstractions;

namespace NasDaemon.Architectures.Tests.Safety;

/// <summary>A source that means harm, and how it has to be refused. The files beside this one hold them, each behind a line of <c>#====</c>.</summary>
public sealed class HostileSource : IXunitSerializable
{
    private const string Separator = "#==== ";

    public string Name { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    /// <summary>The class of the refusal; null where only the limits count.</summary>
    public FailureClass? Class { get; private set; }

    /// <summary>The message, or how it begins where the first limit to be reached is not the point.</summary>
    public string Message { get; private set; } = string.Empty;

    public static TheoryData<HostileSource> Read(string file)
    {
        var data = new TheoryData<HostileSource>();
        foreach (var source in ReadAll(file))
        {
            data.Add(source);
        }

        return data;
    }

    public static IEnumerable<HostileSource> ReadAll(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Safety", file)).Split(Separator).Skip(1).Select(Parse);

    public void Deserialize(IXunitSerializationInfo info) => (Name, Text, Message, Class) = (
        info.GetValue<string>(nameof(Name)),
        info.GetValue<string>(nameof(Text)),
        info.GetValue<string>(nameof(Message)),
        Enum.TryParse<FailureClass>(info.GetValue<string>(nameof(Class)), out var expected) ? expected : null);

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Text), Text);
        info.AddValue(nameof(Message), Message);
        info.AddValue(nameof(Class), Class?.ToString() ?? string.Empty);
    }

    public override string ToString() => Name;

    // "KIND NAME | CLASS | MESSAGE", then the lines: of a file, of __init__ or of forward.
    private static HostileSource Parse(string section)
    {
        var end = section.IndexOf('\n', StringComparison.Ordinal);
        var head = section[..end].Split(" | ", 3);
        var words = head[0].Split(' ', 2);
        var block = section[(end + 1)..].TrimEnd('\n');
        return new HostileSource
        {
            Name = words[1],
            Text = words[0] switch
            {
                "init" => Traces.Network(block),
                "forward" => Traces.Network(forward: block),
                _ => $"{block}\n{Traces.Network()}",
            },
            Class = head.Length > 1 ? Enum.Parse<FailureClass>(head[1]) : null,
            Message = head.Length > 2 ? head[2] : string.Empty,
        };
    }
}
