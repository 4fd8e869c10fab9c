using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Tracing;

/// <summary>Reads <c>train_setup</c> and <c>learn</c> without executing them.</summary>
/// <param name="hyperParameters">What <c>prm</c> holds.</param>
internal sealed class RecipeReader(ImmutableSortedDictionary<string, HyperParameter> hyperParameters)
{
    private static readonly string[] Optimizers =
        ["SGD", "Adam", "AdamW", "NAdam", "RAdam", "Adamax", "Adagrad", "Adadelta", "RMSprop", "Rprop", "ASGD", "LBFGS", "SparseAdam"];

    private CallExpression? _optimizer;
    private CallExpression? _loss;

    /// <summary>Reads the recipe of a source.</summary>
    /// <param name="module">The source.</param>
    /// <param name="className">The network's class.</param>
    /// <returns>The recipe; null where the source asks for nothing.</returns>
    public SourceRecipe? Read(SourceModule module, string className)
    {
        foreach (var definition in module.Body.OfType<ClassDefinition>().Where(type => type.Name == className))
        {
            foreach (var method in definition.Body.OfType<FunctionDefinition>().Where(function => function.Name is "train_setup" or "learn"))
            {
                VisitBlock(method.Body);
            }
        }

        return _optimizer is null && _loss is null
            ? null
            : new SourceRecipe(NameOf(_optimizer), Arguments(_optimizer), NameOf(_loss), Arguments(_loss));
    }

    private static string? NameOf(CallExpression? call) => call?.Callee switch
    {
        AttributeExpression attribute => attribute.Name,
        NameExpression name => name.Name,
        _ => null,
    };

    private void VisitBlock(ImmutableArray<Statement> block)
    {
        foreach (var statement in block)
        {
            switch (statement)
            {
                case AssignmentStatement assignment:
                    Visit(assignment.Value);
                    break;
                case AnnotatedAssignment { Value: { } value }:
                    Visit(value);
                    break;
                case ExpressionStatement expression:
                    Visit(expression.Value);
                    break;
                case ReturnStatement { Value: { } result }:
                    Visit(result);
                    break;
                case IfStatement branch:
                    VisitBlock(branch.Then);
                    VisitBlock(branch.Otherwise);
                    break;
                case ForStatement loop:
                    VisitBlock(loop.Body);
                    break;
                case WithStatement with:
                    VisitBlock(with.Body);
                    break;
            }
        }
    }

    private void Visit(Expression expression)
    {
        switch (expression)
        {
            case CallExpression call:
                Note(call);
                Visit(call.Callee);
                foreach (var argument in call.Arguments)
                {
                    Visit(argument.Value);
                }

                break;
            case AttributeExpression attribute:
                Visit(attribute.Target);
                break;
            case TupleExpression tuple:
                foreach (var item in tuple.Items)
                {
                    Visit(item);
                }

                break;
        }
    }

    private void Note(CallExpression call)
    {
        var name = NameOf(call);
        if (Array.IndexOf(Optimizers, name) >= 0)
        {
            _optimizer ??= call;
        }
        else if (name is not null && (name.EndsWith("Loss", StringComparison.Ordinal) || name is "cross_entropy" or "nll_loss" or "mse_loss"))
        {
            _loss ??= call;
        }
    }

    // The first argument of an optimizer is what it trains; the second is the learning rate.
    private ImmutableSortedDictionary<string, HyperParameter> Arguments(CallExpression? call)
    {
        var arguments = ImmutableSortedDictionary.CreateBuilder<string, HyperParameter>(StringComparer.Ordinal);
        if (call is null)
        {
            return arguments.ToImmutable();
        }

        var isOptimizer = ReferenceEquals(call, _optimizer);
        for (var index = 0; index < call.Arguments.Length; index++)
        {
            var argument = call.Arguments[index];
            var name = argument.Kind == CallArgumentKind.Keyword ? argument.Name : isOptimizer && index == 1 ? "lr" : null;
            if (name is not null && Value(argument.Value) is { } value)
            {
                arguments[name] = value;
            }
        }

        return arguments.ToImmutable();
    }

    private HyperParameter? Value(Expression expression) => expression switch
    {
        IntegerLiteral integer => HyperParameter.FromInt64(integer.Value),
        FloatLiteral number => HyperParameter.FromDouble(number.Value),
        BooleanLiteral truth => HyperParameter.FromText(truth.Value ? "True" : "False"),
        TextLiteral text => HyperParameter.FromText(text.Value),
        UnaryExpression { Operator: UnaryOperator.Negate } negative => Value(negative.Operand) is { Text: null } value ? HyperParameter.FromDouble(-value.Number) : default(HyperParameter?),
        SubscriptExpression { Index: TextLiteral key } => Find(key.Value),
        CallExpression { Callee: AttributeExpression { Name: "get" }, Arguments: [{ Value: TextLiteral key }, ..] } get =>
            Find(key.Value) ?? (get.Arguments.Length > 1 ? Value(get.Arguments[1].Value) : null),
        CallExpression { Callee: NameExpression { Name: "float" or "int" }, Arguments: [{ Value: var inner }] } => Value(inner),
        ConditionalExpression conditional => Value(conditional.Then) ?? Value(conditional.Otherwise),
        TupleExpression tuple when tuple.Items.All(item => Value(item) is { Text: null }) =>
            HyperParameter.FromText($"({string.Join(", ", tuple.Items.Select(item => Value(item)!.Value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)))})"),
        _ => null,
    };

    private HyperParameter? Find(string name) => hyperParameters.TryGetValue(name, out var value) ? value : default(HyperParameter?);
}
