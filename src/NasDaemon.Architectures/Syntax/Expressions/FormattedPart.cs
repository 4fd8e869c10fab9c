namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A run of an f-string: literal characters, or a field.</summary>
internal abstract record FormattedPart;

/// <summary>Literal characters.</summary>
/// <param name="Text">The characters.</param>
internal sealed record FormattedRun(string Text) : FormattedPart;

/// <summary>A replacement field.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Label">The expression's own text with its equals sign (<c>f"{x=}"</c>); null without one.</param>
/// <param name="Conversion"><c>r</c>, <c>s</c> or <c>a</c>; null without one.</param>
/// <param name="Format">The format specification; null without one.</param>
internal sealed record FormattedField(Expression Value, string? Label, char? Conversion, FormattedText? Format) : FormattedPart;
