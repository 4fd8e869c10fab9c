using System.Text.Json.Nodes;

namespace NasDaemon.Testing.Http;

/// <summary>What was asked of a <see cref="LoopbackServer"/>.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">The path with what follows it.</param>
/// <param name="Headers">The headers; case does not matter.</param>
/// <param name="Body">The body as text.</param>
public sealed record LoopbackRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;
}
