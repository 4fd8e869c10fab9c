using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>The parameters of a function.</summary>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="AnnotationNames">The names that the annotations of the parameters begin with, in order.</param>
internal sealed record ParameterList(ImmutableArray<Parameter> Parameters, ImmutableArray<NameExpression> AnnotationNames);

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it takes arguments.</param>
/// <param name="Default">Its default; null where it has none.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, Expression? Default);

/// <summary>How a parameter takes arguments.</summary>
internal enum ParameterKind
{
    /// <summary>By position only (before <c>/</c>).</summary>
    PositionalOnly,

    /// <summary>By position or keyword.</summary>
    Standard,

    /// <summary>All further positions (<c>*args</c>).</summary>
    Star,

    /// <summary>By keyword only (behind <c>*</c>).</summary>
    KeywordOnly,

    /// <summary>All further keywords (<c>**kwargs</c>).</summary>
    DoubleStar,
}
