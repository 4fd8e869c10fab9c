using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Copies objects with what they contain, as <c>copy.deepcopy</c> does.</summary>
/// <param name="interpreter">Takes errors.</param>
internal sealed class DeepCopier(Interpreter interpreter)
{
    private readonly Dictionary<Value, Value> _copies = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    /// <summary>Copies a value with everything in it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The copy; null where a limit is reached.</returns>
    public Value? Copy(Value value)
    {
        if (_copies.TryGetValue(value, out var known))
        {
            return known;
        }

        if (!interpreter.State.Step() || !interpreter.State.Charge(1))
        {
            return null;
        }

        if (_depth >= interpreter.State.Limits.CallDepth)
        {
            return interpreter.State.Raise("RecursionError", "maximum recursion depth exceeded");
        }

        _depth++;
        var copy = CopyNew(value);
        _depth--;
        return copy;
    }

    /// <summary>Copies a value, but not what is in it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The copy.</returns>
    public Value? CopyOuter(Value value) => SpecialMethods.Find(value, "__copy__") is { } method
        ? SpecialMethods.Call(interpreter, method, value)
        : CopyPlain(value);

    private Value? CopyPlain(Value value) => value switch
    {
        IObject special when value is not ModuleInstance && Remake(value, special.Type) is { } made => Take(special, made),
        ListValue list => interpreter.State.ChargeCollection(list.Items.Count) ? new ListValue([.. list.Items]) : null,
        DictionaryValue or SetValue => interpreter.Attributes.Read(value, "copy") is { } method ? interpreter.Calls.Call(method, Operators.CallArguments.Of()) : null,
        ModuleInstance module => CopyModule(module, isDeep: false),
        _ => value,
    };

    // The object without its attributes, its items still those of the original.
    private static Value? Remake(Value value, ClassValue type)
    {
        switch (value)
        {
            case ListObject list:
                var items = new ListObject(type);
                items.Items.AddRange(list.Items);
                return items;
            case DictionaryObject dictionary:
                var entries = new DictionaryObject(type) { IsOrdered = dictionary.IsOrdered, DefaultFactory = dictionary.DefaultFactory };
                foreach (var (key, item) in dictionary.Entries)
                {
                    entries.Entries[key] = item;
                }

                return entries;
            case InstanceValue:
                return new InstanceValue(type);
            default:
                return null;
        }
    }

    private Value? Take(IObject source, Value target)
    {
        foreach (var (name, value) in source.Attributes)
        {
            ((IObject)target).Attributes[name] = value;
        }

        return interpreter.State.ChargeCollection(source.Attributes.Count) ? target : null;
    }

    private Value? CopyNew(Value value)
    {
        if (SpecialMethods.Find(value, "__deepcopy__") is { } method)
        {
            return SpecialMethods.Call(interpreter, method, value, new DictionaryValue());
        }

        switch (value)
        {
            case ListObject or DictionaryObject:
                var copied = Remake(value, ((IObject)value).Type)!;
                _copies[value] = copied;
                return CopyAttributes((IObject)value, (IObject)copied) && CopyItems(copied) ? copied : null;
            case TupleObject tuple:
                var fields = new List<Value>();
                return CopyAll(tuple.Items, fields) ? Take(tuple, new TupleObject(tuple.Type, fields)) : null;
            case InstanceValue instance when instance.Type.Find("_value_") is not null || instance.Attributes.ContainsKey("_value_"):
                return value;
            case ListValue list:
                var items = new List<Value>();
                _copies[value] = new ListValue(items);
                return CopyAll(list.Items, items) ? _copies[value] : null;
            case TupleValue and not SizeValue:
                var parts = new List<Value>();
                return CopyAll(((TupleValue)value).Items, parts) ? new TupleValue(parts) : null;
            case DictionaryValue dictionary:
                var copy = new DictionaryValue { IsOrdered = dictionary.IsOrdered, DefaultFactory = dictionary.DefaultFactory };
                _copies[value] = copy;
                return CopyEntries(dictionary, copy) ? copy : null;
            case ModuleInstance module:
                return CopyModule(module);
            case InstanceValue instance:
                var made = new InstanceValue(instance.Type);
                _copies[value] = made;
                return CopyAttributes(instance, made) ? made : null;
            case StateTensor state:
                return _copies[value] = StateTensors.Copy(state);
            default:
                return value;
        }
    }

    private bool CopyAll(IReadOnlyList<Value> source, List<Value> target)
    {
        for (var index = 0; index < source.Count; index++)
        {
            if (Copy(source[index]) is not { } item)
            {
                return false;
            }

            target.Add(item);
        }

        return true;
    }

    private bool CopyItems(Value target)
    {
        if (target is ListValue list)
        {
            var items = list.Items.ToArray();
            list.Items.Clear();
            return CopyAll(items, list.Items);
        }

        var dictionary = (DictionaryValue)target;
        return CopyEntries(dictionary, dictionary);
    }

    private bool CopyEntries(DictionaryValue source, DictionaryValue target)
    {
        foreach (var (key, value) in source.Entries.ToArray())
        {
            if (Copy(value) is not { } copy)
            {
                return false;
            }

            target.Entries[key] = copy;
        }

        return true;
    }

    private bool CopyAttributes(IObject source, IObject target)
    {
        foreach (var (name, value) in source.Attributes)
        {
            if (Copy(value) is not { } copy)
            {
                return false;
            }

            target.Attributes[name] = copy;
        }

        return true;
    }

    private ModuleInstance? CopyModule(ModuleInstance source, bool isDeep = true)
    {
        var target = new ModuleInstance(source.Type, interpreter) { IsReady = source.IsReady };
        _copies[source] = target;
        if (!isDeep)
        {
            Share(source.Attributes, target.Attributes);
            Share(source.Children, target.Children);
            Share(source.Parameters, target.Parameters);
            Share(source.Buffers, target.Buffers);
            target.TransientBuffers.UnionWith(source.TransientBuffers);
            return target;
        }

        if (!CopyAttributes(source, target) || !CopyTable(source.Children, (name, child) => target.Children[name] = child))
        {
            return null;
        }

        target.TransientBuffers.UnionWith(source.TransientBuffers);
        return CopyTable(source.Parameters, (name, value) => target.RegisterParameter(name, value as StateTensor))
            && CopyTable(source.Buffers, (name, value) => target.RegisterBuffer(name, value as StateTensor))
            ? target
            : null;
    }

    private static void Share(NameTable source, NameTable target)
    {
        foreach (var (name, value) in source)
        {
            target[name] = value;
        }
    }

    private bool CopyTable(NameTable source, Action<string, Value> write)
    {
        foreach (var (name, value) in source)
        {
            if (Copy(value) is not { } copy)
            {
                return false;
            }

            write(name, copy);
        }

        return true;
    }
}
