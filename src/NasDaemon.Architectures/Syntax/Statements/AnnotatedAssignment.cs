using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>target: annotation = value</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Target">A name, attribute or subscript.</param>
/// <param name="Annotation">The annotation, which is not evaluated.</param>
/// <param name="Value">The value.</param>
internal sealed record AnnotatedAssignment(
    SourcePosition Position,
    Expression Target,
    Expression Annotation,
    Expression? Value) : Statement(Position);
