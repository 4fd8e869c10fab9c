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

        if (!statements.Annotations.Check(definition.Parameters.AnnotationNames, frame))
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
        if (definition.Body is [ExpressionStatement { Value: TextLiteral documentation }, ..])
        {
            function.Attributes["__doc__"] = new TextValue(documentation.Value);
        }

        return Bind(definition.Name, definition.Decorators, function, frame);
    }

    /// <summary>Defines a class.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="frame">The frame around it.</param>
    /// <returns>False where an error was raised.</returns>
    public bool DefineClass(ClassDefinition definition, Frame frame)
    {
        if (_calls.EvaluateArguments(definition.Bases, frame, CoreTypes.Type) is not { } arguments)
        {
            return false;
        }

        interpreter.State.At(definition.Position);
        var module = frame.Root().Variables.GetValueOrDefault("__name__") is TextValue name ? name.Value : "net";
        var type = interpreter.Classes.Begin(definition.Name, QualifiedNames.Of(definition.Name, frame), module, arguments.Positional);
        return type is not null
            && TakeMeta(type, arguments)
            && statements.ExecuteBlock(definition.Body, new Frame(FrameKind.Class, frame, type.Attributes) { Class = type }) == Completion.Normal
            && Complete(type, arguments) is { } made
            && Bind(definition.Name, definition.Decorators, made, frame);
    }

    private bool TakeMeta(ClassValue type, CallArguments arguments)
    {
        foreach (var keyword in arguments.Keywords)
        {
            if (keyword.Name != "metaclass")
            {
                continue;
            }

            if (keyword.Value is not ClassValue meta)
            {
                interpreter.State.Refuse(FailureClass.UnsupportedSyntax, "The tracer does not interpret a metaclass that is no class.");
                return false;
            }

            type.Meta = ReferenceEquals(meta, CoreTypes.Type) ? type.Meta : meta;
        }

        return true;
    }

    // A class of classes that the source defines makes the class itself.
    private Value? Complete(ClassValue type, CallArguments arguments)
    {
        var keywords = arguments.Keywords.Where(keyword => keyword.Name != "metaclass").ToList();
        if (type.Meta is not { IsUserDefined: true } meta)
        {
            return interpreter.Classes.Complete(type, keywords) ? type : null;
        }

        var attributes = new ClassNamespace(type);
        var bases = new TupleValue(type.Bases);
        return interpreter.Calls.Call(meta, new CallArguments([new TextValue(type.Name), bases, attributes], [.. keywords]));
    }

    private bool Bind(string name, ImmutableArray<Expression> decorators, Value value, Frame frame)
    {
        for (var index = decorators.Length - 1; index >= 0; index--)
        {
            if (interpreter.Expressions.Evaluate(decorators[index], frame) is not { } decorator)
            {
                return false;
            }

            interpreter.State.At(decorators[index].Position);

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
}
