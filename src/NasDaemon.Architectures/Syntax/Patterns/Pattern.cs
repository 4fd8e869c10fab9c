namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>What a <c>case</c> compares its subject with.</summary>
/// <param name="Position">Where it begins.</param>
internal abstract record Pattern(SourcePosition Position);
