namespace NasDaemon.Architectures.Syntax;

/// <summary>Which names a function binds, as the parser saw them.</summary>
/// <param name="Locals">Names bound in the function itself, its parameters among them.</param>
/// <param name="Globals">Names declared <c>global</c>.</param>
/// <param name="Nonlocals">Names declared <c>nonlocal</c>.</param>
/// <param name="IsGenerator">Whether the function yields.</param>
internal sealed record NameScope(
    IReadOnlySet<string> Locals,
    IReadOnlySet<string> Globals,
    IReadOnlySet<string> Nonlocals,
    bool IsGenerator);
