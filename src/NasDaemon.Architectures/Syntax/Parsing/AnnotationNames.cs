using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>
/// Finds the names in annotations. Python evaluates annotations where a function is defined; the tracer only sees to it that their names exist,
/// since what they make of them is of no account.
/// </summary>
internal static class AnnotationNames
{
    /// <summary>The names in annotations.</summary>
    /// <param name="annotations">The annotations.</param>
    /// <returns>The names in order; what is written as a string has none.</returns>
    public static ImmutableArray<NameExpression> Of(IReadOnlyList<Expression> annotations)
    {
        if (annotations.Count == 0)
        {
            return [];
        }

        var names = ImmutableArray.CreateBuilder<NameExpression>();
        foreach (var annotation in annotations)
        {
            Add(names, annotation);
        }

        return names.ToImmutable();
    }

    private static void Add(ImmutableArray<NameExpression>.Builder names, Expression annotation)
    {
        switch (annotation)
        {
            case NameExpression name:
                names.Add(name);
                break;
            case AttributeExpression attribute:
                Add(names, attribute.Target);
                break;
            case SubscriptExpression subscript:
                Add(names, subscript.Target);
                Add(names, subscript.Index);
                break;
            case BinaryExpression binary:
                Add(names, binary.Left);
                Add(names, binary.Right);
                break;
            case CallExpression call:
                Add(names, call.Callee);
                AddAll(names, call.Arguments.Select(argument => argument.Value));
                break;
            case TupleExpression tuple:
                AddAll(names, tuple.Items);
                break;
            case ListExpression list:
                AddAll(names, list.Items);
                break;
        }
    }

    private static void AddAll(ImmutableArray<NameExpression>.Builder names, IEnumerable<Expression> annotations)
    {
        foreach (var annotation in annotations)
        {
            Add(names, annotation);
        }
    }
}
