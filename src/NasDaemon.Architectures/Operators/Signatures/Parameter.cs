using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>One parameter of a signature.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Alias">A second name, such as NumPy's <c>axis</c>; null where there is none.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Length">For integer lists: the length that one integer is expanded to; 0 where it is not.</param>
/// <param name="IsOptional">Whether <c>None</c> is taken too.</param>
/// <param name="TakesText">Whether a string is taken too.</param>
/// <param name="Default">The default; null where an argument is required.</param>
/// <param name="IsKeywordOnly">Whether it is given by name only.</param>
/// <param name="IsVariadic">Whether it takes all further positional arguments.</param>
/// <param name="MinimumVersion">The first PyTorch version that has it; null where 1.13 has.</param>
/// <param name="IsHidden">Whether graphs leave it out, since it does not change the result (<c>inplace</c>, <c>device</c>).</param>
internal sealed record Parameter(
    string Name,
    string? Alias,
    ParameterKind Kind,
    int Length,
    bool IsOptional,
    bool TakesText,
    Value? Default,
    bool IsKeywordOnly,
    bool IsVariadic,
    string? MinimumVersion,
    bool IsHidden);
