using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Calls functions, methods, classes, modules and objects.</summary>
internal sealed class Caller
{
    // Binding a name takes as long as copying so many items.
    private const int ElementsOfALocal = 8;

    private readonly Interpreter _interpreter;
    private readonly ArgumentBinder _binder;
    private readonly BuiltinBinder _builtins;
    private readonly Instantiation _instances;

    /// <summary>Makes the caller.</summary>
    /// <param name="interpreter">The interpreter.</param>
    public Caller(Interpreter interpreter)
    {
        _interpreter = interpreter;
        _binder = new ArgumentBinder(interpreter.State);
        _builtins = new BuiltinBinder(interpreter);
        _instances = new Instantiation(interpreter);
    }

    /// <summary>True while the file itself is executed, outside of every function: unknown things may then be called, since the network may not need them.</summary>
    public bool IsLoading { get; set; }

    /// <summary>Calls something.</summary>
    /// <param name="callee">What is called.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public Value? Call(Value callee, CallArguments arguments)
    {
        if (!_interpreter.State.Visit(arguments))
        {
            return null;
        }

        return RuntimeHelpers.TryEnsureSufficientExecutionStack() ? Dispatch(callee, arguments) : RaiseTooDeep();
    }

    private Value? Dispatch(Value callee, CallArguments arguments)
    {
        switch (callee)
        {
            case FunctionValue function:
                return Invoke(function, arguments);
            case BoundMethodValue method:
                return Call(method.Function, arguments.Prepend(method.Self));
            case CatalogueFunctionValue function:
                return !OperatorArguments.Check(_interpreter.State, arguments) ? null : _interpreter.State.Take(function.Function.Call(_interpreter.State.Scope, arguments));
            case BuiltinFunction function:
                return _builtins.Call(function, arguments);
            case NativeModuleMethod method:
                return OperatorArguments.Check(_interpreter.State, arguments) ? method.Call(_interpreter, arguments) : null;
            case ClassValue type:
                return Guard() ? Leave(_instances.Make(type, arguments)) : null;
            case ModuleInstance module:
                return Guard() ? Leave(ModuleCaller.Call(_interpreter, module, arguments)) : null;
            case InstanceValue instance when instance.Type.Find("__call__") is { } method:
                return Call(method, arguments.Prepend(instance));
            case PartialValue partial:
                return CallPartial(partial, arguments);
            case UnknownValue unknown:
                return UseUnknown(unknown);
            case StaticMethodValue method:
                return Call(method.Function, arguments);
            default:
                return _interpreter.State.Raise("TypeError", $"'{callee.TypeName}' object is not callable");
        }
    }

    /// <summary>Computes with something that the tracer does not know.</summary>
    /// <param name="unknown">The thing.</param>
    /// <returns>Something unknown while the file is loaded; null, with an error, afterwards.</returns>
    public Value? UseUnknown(UnknownValue unknown) => IsLoading ? unknown : RefuseUnknown(unknown);

    /// <summary>Refuses a source that needs something that the tracer does not know.</summary>
    /// <param name="unknown">The thing.</param>
    /// <returns>Null.</returns>
    public Value? RefuseUnknown(UnknownValue unknown)
    {
        var nearest = OperatorCatalogue.Default.Nearest(unknown.Path);
        return _interpreter.State.Refuse(
            FailureClass.UnknownName, $"The tracer does not know '{unknown.Path}'.", nearest is null ? null : $"Did you mean '{nearest}'?");
    }

    /// <summary>Executes a function of the source.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    private Value? Invoke(FunctionValue function, CallArguments arguments)
    {
        if (!_interpreter.State.Visit(ElementsOfALocal * (long)function.Scope.Locals.Count))
        {
            return null;
        }

        var variables = new Dictionary<string, Value>(function.Scope.Locals.Count, StringComparer.Ordinal);
        if (!_binder.Bind(function, arguments, variables) || !Guard())
        {
            return null;
        }

        var frame = new Frame(FrameKind.Function, function.Closure, variables)
        {
            Function = function,
            Yielded = function.Scope.IsGenerator ? [] : null,
        };
        var line = _interpreter.State.Scope.Line;
        var wasLoading = IsLoading;
        IsLoading = false;
        var result = Run(function, frame);
        IsLoading = wasLoading;
        if (result is not null)
        {
            _interpreter.State.Scope.Line = line;
        }

        return Leave(result);
    }

    private Value? Run(FunctionValue function, Frame frame)
    {
        if (function.Result is { } expression)
        {
            return _interpreter.Expressions.Evaluate(expression, frame);
        }

        var completion = _interpreter.Statements.ExecuteBlock(function.Body, frame);
        if (completion == Completion.Raise)
        {
            return null;
        }

        if (frame.Yielded is { } yielded)
        {
            return new IteratorValue("generator", yielded);
        }

        return completion == Completion.Return ? frame.Result : NoneValue.Instance;
    }

    private Value? CallPartial(PartialValue partial, CallArguments arguments)
    {
        if (!_interpreter.State.Visit(partial.Arguments))
        {
            return null;
        }

        var keywords = partial.Arguments.Keywords.Where(early => arguments.Keywords.All(late => late.Name != early.Name)).ToList();
        keywords.AddRange(arguments.Keywords);
        var all = new CallArguments([.. partial.Arguments.Positional, .. arguments.Positional], keywords);
        return Call(partial.Function, all);
    }

    private bool Guard()
    {
        if (_interpreter.State.CallDepth >= _interpreter.State.Limits.CallDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            RaiseTooDeep();
            return false;
        }

        _interpreter.State.CallDepth++;
        return true;
    }

    private Value? Leave(Value? result)
    {
        _interpreter.State.CallDepth--;
        return result;
    }

    private Value? RaiseTooDeep() => _interpreter.State.Raise("RecursionError", "maximum recursion depth exceeded");
}
