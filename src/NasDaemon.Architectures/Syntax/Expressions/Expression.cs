namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A piece of syntax that has a value.</summary>
/// <param name="Position">Where it begins.</param>
internal abstract record Expression(SourcePosition Position);
