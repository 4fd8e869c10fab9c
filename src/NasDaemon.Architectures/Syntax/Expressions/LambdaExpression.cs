namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A lambda.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Scope">The names that it binds.</param>
/// <param name="Body">Its value.</param>
internal sealed record LambdaExpression(SourcePosition Position, ParameterList Parameters, NameScope Scope, Expression Body) : Expression(Position);
