using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Calls;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Executes definitions of functions and classes.</summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="statements">Executes class bodies.</param>
internal sealed class DefinitionExecutor(Interpreter interpreter, StatementExecutor statements)
{
    private const int MostAncestors = 64;

    private readonly CallEvaluator _calls = new(interpreter);

    /// <summary>Defines a function.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="frame">The frame around it.</param>
    /// <returns>False where an error was raised.</returns>
    public bool DefineFunction(FunctionDefinition definition, Frame frame)
    {
        if (_calls.EvaluateDefaults(definition.Parameters, frame) is not { } defaults)
        {
            return false;
        }

        var name = QualifiedNames.Of(definition.Name, frame);
        var function = new FunctionValue(definition.Name, name, definition.Parameters, definition.Scope, frame)
        {
            Body = definition.Body,
            Defaults = defaults,
            Owner = frame.Class,
        };
        return Bind(definition.Name, definition.Decorators, function, frame);
    }

    /// <summary>Defines a class.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="frame">The frame around it.</param>
    /// <returns>False where an error was raised.</returns>
    public bool DefineClass(ClassDefinition definition, Frame frame)
    {
        if (EvaluateBases(definition, frame, out var unknown) is not { } bases)
        {
            return false;
        }

        if (bases.Sum(type => type.ResolutionOrder.Count) > MostAncestors)
        {
            interpreter.State.Refuse(FailureClass.LimitExceeded, $"A class inherits from more than {MostAncestors} others.");
            return false;
        }

        if (ResolutionOrder.Merge(bases) is not { } order)
        {
            var names = string.Join(", ", bases.Select(type => type.Name));
            interpreter.State.Raise("TypeError", $"Cannot create a consistent method resolution order (MRO) for bases {names}");
            return false;
        }

        var type = new ClassValue(definition.Name, bases, order, isUserDefined: true, unknown)
        {
            QualifiedName = QualifiedNames.Of(definition.Name, frame),
            DefiningModule = "net",
        };
        var body = new Frame(FrameKind.Class, frame, type.Attributes) { Class = type };
        return statements.ExecuteBlock(definition.Body, body) == Completion.Normal
            && interpreter.State.Charge(type.Attributes.Count)
            && Bind(definition.Name, definition.Decorators, type, frame);
    }

    private bool Bind(string name, ImmutableArray<Expression> decorators, Value value, Frame frame)
    {
        for (var index = decorators.Length - 1; index >= 0; index--)
        {
            if (interpreter.Expressions.Evaluate(decorators[index], frame) is not { } decorator)
            {
                return false;
            }

            // An unknown decorator registers or documents far more often than it changes what it decorates.
            var decorated = decorator is UnknownValue ? value : interpreter.Calls.Call(decorator, CallArguments.Of(value));
            if (decorated is null)
            {
                return false;
            }

            value = decorated;
        }

        frame.Bind(name, value);
        return true;
    }

    private List<ClassValue>? EvaluateBases(ClassDefinition definition, Frame frame, out string? unknown)
    {
        unknown = null;
        if (_calls.EvaluateArguments(definition.Bases, frame, CoreTypes.Type) is not { } arguments)
        {
            return null;
        }

        var bases = new List<ClassValue>();
        foreach (var value in arguments.Positional)
        {
            if (value is ClassValue type)
            {
                bases.Add(type);
            }
            else if (value is UnknownValue other)
            {
                unknown ??= PlainBases.Contains(other.Path) ? null : other.Path;
            }
            else
            {
                interpreter.State.Raise("TypeError", $"{value.TypeName} is no class to inherit from");
                return null;
            }
        }

        if (bases.Count == 0)
        {
            bases.Add(CoreTypes.Object);
        }

        return bases;
    }
}
