using System.Text;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Evaluates f-strings.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class FormattedTextEvaluator(Interpreter interpreter)
{
    /// <summary>Evaluates an f-string.</summary>
    /// <param name="text">The syntax.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The string; null where an error was raised.</returns>
    public Value? Evaluate(FormattedText text, Frame frame)
    {
        var result = new StringBuilder();
        foreach (var part in text.Parts)
        {
            if (part is FormattedRun run)
            {
                result.Append(run.Text);
            }
            else if (Field((FormattedField)part, frame) is { } field)
            {
                result.Append(field);
            }
            else
            {
                return null;
            }

            if (result.Length > interpreter.State.Limits.TextLength)
            {
                break;
            }
        }

        return interpreter.State.ChargeText(result.Length) ? new TextValue(result.ToString()) : null;
    }

    private string? Field(FormattedField field, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(field.Value, frame) is not { } value)
        {
            return null;
        }

        var format = string.Empty;
        if (field.Format is { } specification)
        {
            if (Evaluate(specification, frame) is not TextValue evaluated)
            {
                return null;
            }

            format = evaluated.Value;
        }

        var isRepresentation = field.Conversion is 'r' or 'a' || (field is { Label: not null, Conversion: null } && format.Length == 0);
        if (isRepresentation || field.Conversion == 's')
        {
            var converted = isRepresentation ? interpreter.Representations.Represent(value) : interpreter.Representations.Text(value);
            if (converted is null)
            {
                return null;
            }

            value = new TextValue(converted);
        }

        return Formatting.Format(interpreter, value, format) is { } formatted ? field.Label + formatted : null;
    }
}
