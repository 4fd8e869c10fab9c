using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Makes objects before their <c>__init__</c> runs, as <c>object.__new__</c> and its like do.</summary>
internal static class Allocation
{
    /// <summary>Makes an object.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="type">Its class.</param>
    /// <param name="arguments">The arguments of the constructor: what cannot change takes its value from them.</param>
    /// <returns>The object; null where an error was raised.</returns>
    public static Value? Make(Interpreter interpreter, ClassValue type, CallArguments arguments)
    {
        if (!interpreter.State.Charge(1))
        {
            return null;
        }

        if (type.IsModule)
        {
            return new ModuleInstance(type, interpreter);
        }

        if (type.IsException)
        {
            return new InstanceValue(type) { Attributes = { ["args"] = new TupleValue(arguments.Positional) } };
        }

        return type.Native is { Construct: { } construct } native ? Hold(interpreter, type, native, construct, arguments) : new InstanceValue(type);
    }

    private static Value? Hold(Interpreter interpreter, ClassValue type, ClassValue native, NativeConstructor construct, CallArguments arguments)
    {
        switch (native.Name)
        {
            case "list":
                return new ListObject(type);
            case "dict":
                return new DictionaryObject(type);
            case "OrderedDict":
                return new DictionaryObject(type) { IsOrdered = true };
            case "defaultdict":
                return new DictionaryObject(type) { DefaultFactory = arguments.Positional.Length > 0 && arguments.Positional[0] is not NoneValue ? arguments.Positional[0] : null };
            case "set":
                return new SetObject(type);
            case "tuple" or "str" or "int" or "float" or "frozenset":
                return construct(interpreter, native, arguments) switch
                {
                    TupleValue tuple => new TupleObject(type, tuple.Items),
                    TextValue text => new TextObject(type, text.Value),
                    IntegerValue integer => new IntegerObject(type, integer.Dimension),
                    FloatValue number => new FloatObject(type, number.Value),
                    SetValue set => Frozen(type, set),
                    _ => null,
                };
            case "type" or "ABCMeta":
                return construct(interpreter, type, arguments);
            case "Tensor" or "Parameter":
                return interpreter.State.Refuse(
                    Abstractions.Failures.FailureClass.UnsupportedSyntax, $"The tracer does not interpret classes that inherit from '{native.Name}'.");
            default:
                return new InstanceValue(type);
        }
    }

    private static SetObject Frozen(ClassValue type, SetValue items)
    {
        var set = new SetObject(type) { IsFrozen = true };
        foreach (var item in items.Items.Keys)
        {
            set.Add(item);
        }

        return set;
    }
}
