using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>del</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Targets">What is deleted.</param>
internal sealed record DeleteStatement(SourcePosition Position, ImmutableArray<Expression> Targets) : Statement(Position);
