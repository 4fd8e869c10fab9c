using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary>A context manager of a <c>with</c> statement.</summary>
/// <param name="Manager">The expression.</param>
/// <param name="Target">What its value is bound to; null for nothing.</param>
internal sealed record ContextItem(Expression Manager, Expression? Target);
