using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Collects the names that the function being parsed binds.</summary>
/// <param name="kind">What is being parsed.</param>
internal sealed class ScopeBuilder(ScopeKind kind)
{
    private readonly HashSet<string> _locals = new(StringComparer.Ordinal);
    private HashSet<string>? _globals;
    private HashSet<string>? _nonlocals;

    /// <summary>What is being parsed.</summary>
    public ScopeKind Kind => kind;

    /// <summary>Loops that are open.</summary>
    public int Loops { get; set; }

    /// <summary>Whether the function yields.</summary>
    public bool IsGenerator { get; set; }

    /// <summary>Notes that a name is bound.</summary>
    /// <param name="name">The name.</param>
    /// <returns>False where it was bound before.</returns>
    public bool Bind(string name) => _locals.Add(name);

    /// <summary>Notes that the names of a target are bound.</summary>
    /// <param name="target">A name, or a tuple or list of targets; others bind no name.</param>
    public void Bind(Expression target)
    {
        switch (target)
        {
            case NameExpression name:
                Bind(name.Name);
                break;
            case StarredExpression star:
                Bind(star.Operand);
                break;
            case TupleExpression tuple:
                BindAll(tuple.Items);
                break;
            case ListExpression list:
                BindAll(list.Items);
                break;
        }
    }

    /// <summary>Notes a declaration.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isGlobal">True for <c>global</c>, false for <c>nonlocal</c>.</param>
    public void Declare(string name, bool isGlobal)
    {
        if (isGlobal)
        {
            (_globals ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
        }
        else
        {
            (_nonlocals ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
        }
    }

    /// <summary>The names collected.</summary>
    /// <returns>The scope.</returns>
    public NameScope Build()
    {
        if (_globals is not null)
        {
            _locals.ExceptWith(_globals);
        }

        if (_nonlocals is not null)
        {
            _locals.ExceptWith(_nonlocals);
        }

        return new NameScope(_locals, Set(_globals), Set(_nonlocals), IsGenerator);
    }

    private static IReadOnlySet<string> Set(HashSet<string>? names) => names is null ? ImmutableHashSet<string>.Empty : names;

    private void BindAll(ImmutableArray<Expression> targets)
    {
        foreach (var target in targets)
        {
            Bind(target);
        }
    }
}
