namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary>A piece of syntax that does something.</summary>
/// <param name="Position">Where it begins.</param>
internal abstract record Statement(SourcePosition Position);
