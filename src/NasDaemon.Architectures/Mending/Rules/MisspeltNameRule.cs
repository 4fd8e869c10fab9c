using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>An attribute that is missing where exactly one known one is close to it.</summary>
internal sealed class MisspeltNameRule : IMendingRule
{
    // Where else in PyTorch the very same name may be.
    private static readonly (string Name, string Path)[] Spaces = [("F", "torch.nn.functional"), ("nn", "torch.nn"), ("torch", "torch")];

    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Failure.Class is not (FailureClass.UnknownAttribute or FailureClass.UnknownName) || breakdown.Notes.Missing is not { } missing
            || !breakdown.Failure.Message.EndsWith($"has no attribute '{missing.Name}'", StringComparison.Ordinal))
        {
            yield break;
        }

        var tokens = breakdown.Text.Tokens;
        for (var index = 2; index < tokens.Count; index++)
        {
            if (tokens[index].Text != missing.Name || tokens[index].Position.Line != breakdown.Failure.Line || tokens[index - 1].Kind != TokenKind.Dot)
            {
                continue;
            }

            foreach (var space in missing.Target is NamespaceValue ? Spaces.Where(space => IsIn(space.Path, missing.Name)) : [])
            {
                yield return SourceEdit.Replace(tokens[index - 2].Start, tokens[index].End, $"{space.Name}.{missing.Name}");
            }

            if (Close(missing.Target, missing.Name, breakdown.Failure.Hint) is { } name)
            {
                yield return SourceEdit.Replace(tokens[index].Start, tokens[index].End, name);
            }
        }
    }

    private static bool IsIn(string path, string name) =>
        OperatorCatalogue.Default.TryFindFunction($"{path}.{name}", out _) || OperatorCatalogue.Default.TryFindModule($"{path}.{name}", out _);

    private static string? Close(Value target, string name, string? hint)
    {
        if (target is InstanceValue)
        {
            return NearestName.FindOnly(name, AttributeNames.Of(target).Where(known => !known.StartsWith('_')));
        }

        // What PyTorch has is told by the hint, which compares with all of it.
        return hint?.Split('\'') is [_, var nearest, ..] ? nearest[(nearest.LastIndexOf('.') + 1)..] : null;
    }
}
