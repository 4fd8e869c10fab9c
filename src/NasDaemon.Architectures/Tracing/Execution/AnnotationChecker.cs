using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Parsing;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Sees to it that the names in annotations exist.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class AnnotationChecker(Interpreter interpreter)
{
    /// <summary>Whether the source put annotations off by <c>from __future__ import annotations</c>.</summary>
    public bool ArePostponed { get; set; }

    /// <summary>Checks the annotations of a function.</summary>
    /// <param name="names">The names in them.</param>
    /// <param name="frame">The frame that the function is defined in.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Check(ImmutableArray<NameExpression> names, Frame frame)
    {
        if (ArePostponed)
        {
            return true;
        }

        foreach (var name in names)
        {
            if (interpreter.Expressions.Evaluate(name, frame) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Checks the annotation of a variable, which functions do not evaluate.</summary>
    /// <param name="annotation">The annotation.</param>
    /// <param name="frame">The frame that the variable is in.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Check(Expression annotation, Frame frame) =>
        frame.Kind is not (FrameKind.Module or FrameKind.Class) || ArePostponed || Check(AnnotationNames.Of([annotation]), frame);
}
