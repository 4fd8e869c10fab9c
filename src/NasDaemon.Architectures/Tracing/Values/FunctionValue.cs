using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A function or lambda of the source.</summary>
/// <param name="name">Its name.</param>
/// <param name="qualifiedName">Its name with the enclosing definitions, as error texts show it.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="scope">The names that it binds.</param>
/// <param name="closure">The frame that it was defined in.</param>
internal sealed class FunctionValue(string name, string qualifiedName, ParameterList parameters, NameScope scope, Frame closure) : Value
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its name with the enclosing definitions.</summary>
    public string QualifiedName { get; } = qualifiedName;

    /// <summary>Its parameters.</summary>
    public ImmutableArray<Parameter> Parameters { get; } = parameters.Parameters;

    /// <summary>The names that it binds.</summary>
    public NameScope Scope { get; } = scope;

    /// <summary>The frame that it was defined in.</summary>
    public Frame Closure { get; } = closure;

    /// <summary>The block of a function; default for a lambda.</summary>
    public ImmutableArray<Statement> Body { get; init; }

    /// <summary>The value of a lambda; null for a function.</summary>
    public Expression? Result { get; init; }

    /// <summary>The evaluated defaults, one a parameter; null where a parameter has none.</summary>
    public required Value?[] Defaults { get; init; }

    /// <summary>The class whose body defines it: what <c>super()</c> without arguments starts from.</summary>
    public ClassValue? Owner { get; init; }

    /// <summary>Attributes that the source set on it.</summary>
    public NameTable Attributes { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => "function";
}
