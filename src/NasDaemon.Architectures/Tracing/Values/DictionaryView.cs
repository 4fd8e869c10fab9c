using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>What <c>keys()</c>, <c>values()</c> and <c>items()</c> return: it shows what becomes of the dictionary.</summary>
/// <param name="dictionary">The dictionary.</param>
/// <param name="kind">The name of the method.</param>
internal sealed class DictionaryView(DictionaryValue dictionary, string kind) : Value
{
    /// <summary>The dictionary.</summary>
    public DictionaryValue Dictionary => dictionary;

    /// <summary>Whether it has no equal items, so that it takes part in the operations of sets.</summary>
    public bool IsSet => kind != "values";

    /// <inheritdoc/>
    public override string TypeName => $"dict_{kind}";

    /// <summary>One of its items.</summary>
    /// <param name="index">The item's number.</param>
    /// <returns>The item.</returns>
    public Value At(int index)
    {
        var (key, value) = dictionary.Entries.GetAt(index);
        return kind switch
        {
            "keys" => key,
            "values" => value,
            _ => new TupleValue([key, value]),
        };
    }

    /// <summary>Its items at present.</summary>
    /// <returns>The items.</returns>
    public List<Value> Items() => [.. Enumerable.Range(0, dictionary.Entries.Count).Select(At)];
}
