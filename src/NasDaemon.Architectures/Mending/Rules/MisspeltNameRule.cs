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
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Failure.Class is not (FailureClass.UnknownAttribute or FailureClass.UnknownName) || breakdown.Notes.Missing is not { } missing
            || !breakdown.Failure.Message.EndsWith($"has no attribute '{missing.Name}'", StringComparison.Ordinal)
            || Close(missing.Target, missing.Name) is not { } name)
        {
            yield break;
        }

        var tokens = breakdown.Text.Tokens;
        for (var index = 1; index < tokens.Count; index++)
        {
            if (tokens[index].Text == missing.Name && tokens[index].Position.Line == breakdown.Failure.Line && tokens[index - 1].Kind == TokenKind.Dot)
            {
                yield return SourceEdit.Replace(tokens[index].Start, tokens[index].End, name);
            }
        }
    }

    private static string? Close(Value target, string name) => target switch
    {
        NamespaceValue space => PyTorchNames.Near(space.Path, name),
        TensorValue => OperatorCatalogue.Default.NearestMethod(name),
        _ => NearestName.FindOnly(name, AttributeNames.Of(target).Where(known => !known.StartsWith('_'))),
    };
}
