namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>What parsing a source gave.</summary>
/// <param name="Module">The syntax tree; null where there is a problem.</param>
/// <param name="Problem">Why there is no tree; null where there is one.</param>
internal sealed record ParseOutcome(SourceModule? Module, SyntaxProblem? Problem);
