using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>One loop of a comprehension.</summary>
/// <param name="Target">What is bound to each item.</param>
/// <param name="Items">What is iterated.</param>
/// <param name="Conditions">What an item must fulfil.</param>
internal sealed record ComprehensionClause(Expression Target, Expression Items, ImmutableArray<Expression> Conditions);

/// <summary>What a comprehension builds.</summary>
internal enum ComprehensionKind
{
    /// <summary>A list.</summary>
    List,

    /// <summary>A set.</summary>
    Set,

    /// <summary>A dictionary.</summary>
    Dictionary,

    /// <summary>A generator.</summary>
    Generator,
}
