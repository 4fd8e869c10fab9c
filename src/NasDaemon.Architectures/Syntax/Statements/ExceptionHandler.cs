using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary>An <c>except</c> clause.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Type">What it catches; null for everything.</param>
/// <param name="Name">The name that the exception is bound to; null for none.</param>
/// <param name="Body">What it does.</param>
internal sealed record ExceptionHandler(SourcePosition Position, Expression? Type, string? Name, ImmutableArray<Statement> Body);
