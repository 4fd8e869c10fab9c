using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>The names of a class body, as a metaclass is given them.</summary>
internal sealed class ClassNamespace : DictionaryValue
{
    /// <summary>Copies the names.</summary>
    /// <param name="type">The class that the body belongs to.</param>
    public ClassNamespace(ClassValue type)
    {
        Type = type;
        foreach (var (name, value) in type.Attributes)
        {
            Entries[new TextValue(name)] = value;
        }
    }

    /// <summary>The class that the body belongs to.</summary>
    public ClassValue Type { get; }
}
