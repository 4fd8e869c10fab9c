using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Syntax;

/// <summary>A parsed source.</summary>
/// <param name="Body">Its statements.</param>
internal sealed record SourceModule(ImmutableArray<Statement> Body);
