using System.Text.Json;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>What PyTorch said about a source.</summary>
internal sealed record Judgement(bool Accepted, string? Error, string? Message, int? Line, long[]? Output, long? Parameters, (string Name, long[] Shape)[]? State)
{
    public static Judgement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var accepted = root.TryGetProperty("accepted", out var flag) ? flag.GetBoolean() : root.GetProperty("verdict").GetString() == "ok";
        return new Judgement(
            accepted,
            Text(root, "error"),
            Text(root, "message"),
            root.TryGetProperty("line", out var line) && line.ValueKind == JsonValueKind.Number ? line.GetInt32() : null,
            root.TryGetProperty("output", out var output) ? Sizes(output) : null,
            root.TryGetProperty("parameters", out var parameters) ? parameters.GetInt64() : null,
            root.TryGetProperty("state", out var state) ? ReadState(state) : null);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) ? text.GetString()?.Split('\n')[0] : null;

    private static long[] Sizes(JsonElement sizes) => [.. sizes.EnumerateArray().Select(size => size.GetInt64())];

    private static (string Name, long[] Shape)[] ReadState(JsonElement state) => state.ValueKind == JsonValueKind.Array
        ? [.. state.EnumerateArray().Select(entry => (entry[0].GetString()!, Sizes(entry[1])))]
        : [.. state.EnumerateObject().Select(entry => (entry.Name, Sizes(entry.Value)))];
}
