using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>What <c>type</c> does as the class of classes.</summary>
internal static class TypeMethods
{
    /// <summary>The methods of <c>type</c>.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table()
    {
        var table = MethodTable.Of(
            ("mro", "", call => new ListValue([.. ((ClassValue)call[0]).ResolutionOrder])),
            ("__subclasses__", "", _ => new ListValue([])));
        table["__new__"] = new StaticMethodValue(new BuiltinFunction("__new__", "cls * **", call => Create(
            call.Interpreter, call[0] as ClassValue, new CallArguments([.. call.Rest], call.Keywords))));
        table["__init__"] = new BuiltinFunction("__init__", "cls * **", _ => NoneValue.Instance, isMethod: true);
        table["__call__"] = new BuiltinFunction("__call__", "cls * **", Instantiate, isMethod: true);
        return table;
    }

    /// <summary><c>type(value)</c> and <c>type(name, bases, attributes)</c>.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="meta">The class of the new class.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The class; null where an error was raised.</returns>
    public static Value? Create(Interpreter interpreter, ClassValue? meta, CallArguments arguments)
    {
        switch (arguments.Positional)
        {
            case [var value]:
                return CoreTypes.Of(value);
            case [TextValue name, TupleValue, ClassNamespace attributes] when attributes.Type.Name == name.Value:
                Fill(attributes.Type, attributes);
                return interpreter.Classes.Complete(attributes.Type, arguments.Keywords) ? attributes.Type : null;
            case [TextValue name, TupleValue bases, DictionaryValue attributes]:
                return Build(interpreter, meta, name.Value, bases, attributes, arguments.Keywords);
            default:
                return interpreter.State.Raise("TypeError", "type() takes 1 or 3 arguments");
        }
    }

    private static ClassValue? Build(
        Interpreter interpreter, ClassValue? meta, string name, TupleValue bases, DictionaryValue attributes, IReadOnlyList<KeywordArgument> keywords)
    {
        if (interpreter.Classes.Begin(name, name, "net", bases.Items) is not { } type)
        {
            return null;
        }

        Fill(type, attributes);
        type.Meta = meta is null || ReferenceEquals(meta, CoreTypes.Type) ? type.Meta : meta;
        return interpreter.Classes.Complete(type, keywords) ? type : null;
    }

    private static void Fill(ClassValue type, DictionaryValue attributes)
    {
        type.Attributes.Clear();
        foreach (var (key, value) in attributes.Entries)
        {
            if (key is TextValue name)
            {
                type.Attributes[name.Value] = value;
            }
        }
    }

    private static Value? Instantiate(BuiltinCall call) => call[0] is ClassValue type
        ? call.Interpreter.Calls.Instances.Make(type, new CallArguments([.. call.Rest], call.Keywords))
        : call.Raise("TypeError", "descriptor '__call__' requires a 'type' object");
}
