using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Modules;
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
    public Value? CopyOuter(Value value) => value switch
    {
        ListValue list => interpreter.State.ChargeCollection(list.Items.Count) ? new ListValue([.. list.Items]) : null,
        DictionaryValue or SetValue => interpreter.Attributes.Read(value, "copy") is { } method ? interpreter.Calls.Call(method, Operators.CallArguments.Of()) : null,
        InstanceValue => Copy(value),
        _ => value,
    };

    private Value? CopyNew(Value value)
    {
        switch (value)
        {
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

    private bool CopyEntries(DictionaryValue source, DictionaryValue target)
    {
        foreach (var (key, value) in source.Entries)
        {
            if (Copy(value) is not { } copy)
            {
                return false;
            }

            target.Entries[key] = copy;
        }

        return true;
    }

    private bool CopyAttributes(InstanceValue source, InstanceValue target)
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

    private ModuleInstance? CopyModule(ModuleInstance source)
    {
        var target = new ModuleInstance(source.Type, interpreter) { IsReady = source.IsReady };
        _copies[source] = target;
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

    private bool CopyTable(OrderedDictionary<string, Value> source, Action<string, Value> write)
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
