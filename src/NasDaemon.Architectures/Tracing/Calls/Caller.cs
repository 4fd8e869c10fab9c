using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Objects;
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

    /// <summary>Makes the caller.</summary>
    /// <param name="interpreter">The interpreter.</param>
    public Caller(Interpreter interpreter)
    {
        _interpreter = interpreter;
        _binder = new ArgumentBinder(interpreter.State);
        _builtins = new BuiltinBinder(interpreter);
        Instances = new Instantiation(interpreter);
    }

    /// <summary>Makes instances of classes.</summary>
    public Instantiation Instances { get; }

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
                return CallOperator(function, arguments);
            case BuiltinFunction function:
                return _builtins.Call(function, arguments);
            case NativeModuleMethod method:
                return OperatorArguments.Check(_interpreter.State, arguments) ? method.Call(_interpreter, arguments) : null;
            case ClassValue type:
                return Enter() ? Leave(Instances.Call(type, arguments)) : null;
            case ModuleInstance module:
                return Enter() ? Leave(ModuleCaller.Call(_interpreter, module, arguments)) : null;
            case PartialValue partial:
                return CallPartial(partial, arguments);
            case UnknownValue unknown:
                return UseUnknown(unknown);
            case StaticMethodValue method:
                return Call(method.Function, arguments);
            case IObject special when SpecialMethods.Find(callee, "__call__") is { } method:
                return Enter() ? Leave(_interpreter.Attributes.Bind(method, callee, special.Type) is { } bound ? Call(bound, arguments) : null) : null;
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
        if (UnsupportedNames.Contains(unknown.Path))
        {
            return _interpreter.State.Refuse(FailureClass.UnsupportedSyntax, $"The tracer does not support '{unknown.Path}'.");
        }

        if (unknown.ImportedAt.Line == 0)
        {
            var nearest = OperatorCatalogue.Default.Nearest(unknown.Path);
            return _interpreter.State.Refuse(
                FailureClass.UnknownName, $"The tracer does not know '{unknown.Path}'.", nearest is null ? null : $"Did you mean '{nearest}'?");
        }

        // Python ends at the import; the tracer only where the source cannot do without.
        var root = unknown.Path.Split('.')[0];
        var hint = $"'{unknown.Path}' is needed in line {_interpreter.State.Scope.Line}.";
        _interpreter.State.Scope.Place = unknown.ImportedAt;
        return _interpreter.State.Refuse(
            FailureClass.UnknownName, root.Length == 0 ? "attempted relative import with no known parent package" : $"No module named '{root}'", hint);
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
        if (!_binder.Bind(function, arguments, variables))
        {
            return null;
        }

        var frame = new Frame(FrameKind.Function, function.Closure, variables)
        {
            Function = function,
        };
        if (function.Scope.IsGenerator)
        {
            return _interpreter.State.Charge(1) ? _interpreter.Statements.Generators.Start(function, frame) : null;
        }

        if (!Enter())
        {
            return null;
        }

        var place = _interpreter.State.Scope.Place;
        var wasLoading = IsLoading;
        IsLoading = false;
        var outer = _interpreter.State.Notes?.Enter(function, place);
        var result = Run(function, frame);
        _interpreter.State.Notes?.Leave(outer);
        IsLoading = wasLoading;
        if (result is not null)
        {
            _interpreter.State.Scope.Place = place;
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

        return completion == Completion.Return ? frame.Result : NoneValue.Instance;
    }

    private Value? CallOperator(CatalogueFunctionValue function, CallArguments arguments)
    {
        // torch.tensor and its like take arrays of NumPy, which are objects of our own library.
        if (arguments.Positional is [InstanceValue { Type.Name: "ndarray" } array, ..])
        {
            if (_interpreter.Attributes.Read(array, "tolist") is not { } method || Call(method, CallArguments.Of()) is not { } list)
            {
                return null;
            }

            arguments = arguments with { Positional = [list, .. arguments.Positional.Skip(1)] };
        }

        var result = OperatorArguments.Check(_interpreter.State, arguments)
            ? _interpreter.State.Take(function.Function.Call(_interpreter.State.Scope, arguments))
            : null;
        _interpreter.State.Notes?.Call(function.Function.Definition.Name, function.Function.Signature, arguments, result is not null);
        return result;
    }

    private Value? CallPartial(PartialValue partial, CallArguments arguments)
    {
        if (!_interpreter.State.Visit(partial.Arguments))
        {
            return null;
        }

        var early = partial.Arguments.Keywords.Where(early => arguments.Keywords.All(late => late.Name != early.Name));
        var all = new CallArguments([.. partial.Arguments.Positional, .. arguments.Positional], [.. early, .. arguments.Keywords]);
        return Enter() ? Leave(Call(partial.Function, all)) : null;
    }

    /// <summary>Counts a call that begins; <see cref="Leave()"/> follows where it may.</summary>
    /// <returns>False where calls nest too deeply; the error is then set.</returns>
    public bool Enter()
    {
        if (_interpreter.State.CallDepth >= _interpreter.State.Limits.CallDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            RaiseTooDeep();
            return false;
        }

        _interpreter.State.CallDepth++;
        return true;
    }

    /// <summary>Counts a call that ended.</summary>
    public void Leave() => _interpreter.State.CallDepth--;

    private Value? Leave(Value? result)
    {
        Leave();
        return result;
    }

    private Value? RaiseTooDeep() => _interpreter.State.Raise("RecursionError", "maximum recursion depth exceeded");
}
