using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Patterns;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>match</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Subject">What is compared.</param>
/// <param name="Cases">The cases in order.</param>
internal sealed record MatchStatement(SourcePosition Position, Expression Subject, ImmutableArray<MatchCase> Cases) : Statement(Position);

/// <summary>A <c>case</c>.</summary>
/// <param name="Pattern">What the subject has to fit.</param>
/// <param name="Guard">What has to hold besides; null for nothing.</param>
/// <param name="Body">The block.</param>
internal sealed record MatchCase(Pattern Pattern, Expression? Guard, ImmutableArray<Statement> Body);
