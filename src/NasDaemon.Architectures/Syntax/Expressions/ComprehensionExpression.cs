using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A comprehension or generator expression.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Kind">What it builds.</param>
/// <param name="Element">The element, or the key of a dictionary.</param>
/// <param name="Value">The value of a dictionary entry.</param>
/// <param name="Clauses">The loops, outermost first.</param>
internal sealed record ComprehensionExpression(
    SourcePosition Position,
    ComprehensionKind Kind,
    Expression Element,
    Expression? Value,
    ImmutableArray<ComprehensionClause> Clauses) : Expression(Position);
