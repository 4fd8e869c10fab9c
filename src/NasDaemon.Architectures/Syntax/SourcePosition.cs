namespace NasDaemon.Architectures.Syntax;

/// <summary>A place in the source.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct SourcePosition(int Line, int Column);
