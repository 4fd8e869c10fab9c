using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A dictionary that shows the names of an object: what is written to it is written there too.</summary>
internal sealed class LinkedDictionary : DictionaryValue
{
    private readonly Action<string, Value?> _write;

    /// <summary>Shows attributes.</summary>
    /// <param name="attributes">The attributes.</param>
    public LinkedDictionary(NameTable attributes)
        : this(attributes, (name, value) => Write(attributes, name, value))
    {
    }

    /// <summary>Shows a table of names.</summary>
    /// <param name="names">What it shows.</param>
    /// <param name="write">Writes one name; null removes it.</param>
    public LinkedDictionary(IEnumerable<KeyValuePair<string, Value>> names, Action<string, Value?> write)
    {
        foreach (var (name, value) in names)
        {
            Entries[new TextValue(name)] = value;
        }

        _write = write;
    }

    /// <inheritdoc/>
    public override void Put(Value key, Value value)
    {
        base.Put(key, value);
        if (key is TextValue name)
        {
            _write(name.Value, value);
        }
    }

    /// <inheritdoc/>
    public override Value? Take(Value key)
    {
        if (key is TextValue name)
        {
            _write(name.Value, null);
        }

        return base.Take(key);
    }

    private static void Write(NameTable attributes, string name, Value? value)
    {
        if (value is null)
        {
            attributes.Remove(name);
        }
        else
        {
            attributes[name] = value;
        }
    }
}
