using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Says what can be assigned to, in Python's words.</summary>
internal static class TargetChecker
{
    /// <summary>Checks the target of an assignment.</summary>
    /// <param name="cursor">Takes the problem.</param>
    /// <param name="target">The target.</param>
    public static void CheckAssignable(TokenCursor cursor, Expression target) => Check(cursor, target, "assign to", isNested: false);

    /// <summary>Checks the target of <c>del</c>.</summary>
    /// <param name="cursor">Takes the problem.</param>
    /// <param name="target">The target.</param>
    public static void CheckDeletable(TokenCursor cursor, Expression target) => Check(cursor, target, "delete", isNested: true);

    /// <summary>Checks the target of an augmented assignment.</summary>
    /// <param name="cursor">Takes the problem.</param>
    /// <param name="target">The target.</param>
    public static void CheckAugmentable(TokenCursor cursor, Expression target)
    {
        if (target is not (NameExpression or AttributeExpression or SubscriptExpression))
        {
            cursor.Fail($"'{Describe(target)}' is an illegal expression for augmented assignment", target.Position);
        }
    }

    /// <summary>Checks the target of an annotated assignment.</summary>
    /// <param name="cursor">Takes the problem.</param>
    /// <param name="target">The target.</param>
    public static void CheckAnnotatable(TokenCursor cursor, Expression target)
    {
        if (target is TupleExpression or ListExpression)
        {
            cursor.Fail($"only single target (not {Describe(target)}) can be annotated", target.Position);
        }
        else if (target is not (NameExpression or AttributeExpression or SubscriptExpression))
        {
            cursor.Fail("illegal target for annotation", target.Position);
        }
    }

    private static void Check(TokenCursor cursor, Expression target, string verb, bool isNested)
    {
        switch (target)
        {
            case NameExpression or AttributeExpression or SubscriptExpression:
                return;
            case StarredExpression star when verb == "assign to":
                Check(cursor, star.Operand, verb, isNested: true);
                return;
            case TupleExpression tuple:
                CheckAll(cursor, tuple.Items, verb);
                return;
            case ListExpression list:
                CheckAll(cursor, list.Items, verb);
                return;
        }

        var isWord = target is NoneLiteral or BooleanLiteral or EllipsisLiteral;
        var advice = isNested || isWord ? string.Empty : " here. Maybe you meant '==' instead of '='?";
        cursor.Fail($"cannot {verb} {Describe(target)}{advice}", target.Position);
    }

    private static void CheckAll(TokenCursor cursor, ImmutableArray<Expression> targets, string verb)
    {
        foreach (var target in targets)
        {
            Check(cursor, target, verb, isNested: true);
        }
    }

    private static string Describe(Expression target) => target switch
    {
        NoneLiteral => "None",
        BooleanLiteral literal => literal.Value ? "True" : "False",
        EllipsisLiteral => "ellipsis",
        IntegerLiteral or FloatLiteral or TextLiteral => "literal",
        FormattedText => "f-string expression",
        CallExpression => "function call",
        ComparisonExpression => "comparison",
        ConditionalExpression => "conditional expression",
        LambdaExpression => "lambda",
        NamedExpression => "named expression",
        DictionaryExpression => "dict literal",
        SetExpression => "set display",
        TupleExpression => "tuple",
        ListExpression => "list",
        StarredExpression => "starred",
        YieldExpression => "yield expression",
        ComprehensionExpression { Kind: ComprehensionKind.List } => "list comprehension",
        ComprehensionExpression { Kind: ComprehensionKind.Set } => "set comprehension",
        ComprehensionExpression { Kind: ComprehensionKind.Dictionary } => "dict comprehension",
        ComprehensionExpression => "generator expression",
        _ => "expression",
    };
}
