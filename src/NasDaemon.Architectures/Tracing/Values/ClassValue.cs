using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A class: one of the source's own, or one that Python or PyTorch brings.</summary>
internal sealed class ClassValue : Value
{
    private readonly ClassValue[] _order;

    /// <summary>Makes a class.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bases">Its direct bases.</param>
    /// <param name="order">The order in which attributes are looked up, without the class itself.</param>
    /// <param name="isUserDefined">Whether the source defines it.</param>
    /// <param name="unknownBase">A base that the tracer does not know; null where it knows all.</param>
    public ClassValue(
        string name, IReadOnlyList<ClassValue> bases, IReadOnlyList<ClassValue> order, bool isUserDefined = false, string? unknownBase = null)
    {
        (Name, Bases, IsUserDefined, UnknownBase) = (name, bases, isUserDefined, unknownBase);
        _order = [this, .. order];
        foreach (var entry in order)
        {
            Construct ??= entry.IsUserDefined ? null : entry.Construct;
            Native ??= entry.IsUserDefined || entry.Bases.Count == 0 ? null : entry;
            Meta = MoreDerived(Meta, entry.Meta);
            IsModule |= entry.IsModule;
            IsException |= entry.IsException;
            ReadsAttributesItself |= entry.ReadsAttributesItself;
            UnknownBase ??= entry.UnknownBase;
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The name with its enclosing definitions, as error texts show it.</summary>
    public string QualifiedName { get => field ?? Name; init; }

    /// <summary>The module that defines it, as <c>torch.typename</c> shows it; null for built-in types.</summary>
    public string? DefiningModule { get; init; }

    /// <summary>Its direct bases.</summary>
    public IReadOnlyList<ClassValue> Bases { get; }

    /// <summary>Where attributes are looked up, itself first (Python's C3 linearisation).</summary>
    public IReadOnlyList<ClassValue> ResolutionOrder => _order;

    /// <summary>Whether the source defines it; others cannot be changed.</summary>
    public bool IsUserDefined { get; }

    /// <summary>Its own attributes. Only filled for classes that are not shared, or before they are.</summary>
    public Dictionary<string, Value> Attributes { get; init => field = Claim(value); } = new(StringComparer.Ordinal);

    /// <summary>The names that its body annotates, in order, with the kind of the annotation where data classes make a difference.</summary>
    public List<(string Name, string Kind)> Fields { get; } = [];

    /// <summary>Makes an instance where that is not done by <c>__init__</c>.</summary>
    public NativeConstructor? Construct { get; init; }

    /// <summary>The first of its bases that Python or PyTorch brings, other than <c>object</c>; null where there is none.</summary>
    public ClassValue? Native { get; }

    /// <summary>The class of this class; null where that is <c>type</c>.</summary>
    public ClassValue? Meta { get; set; }

    /// <summary>The names of the methods that a subclass has to define before it can be instantiated.</summary>
    public IReadOnlyList<string> Abstract { get; set; } = [];

    /// <summary>Whether it is, or inherits from, <c>nn.Module</c>.</summary>
    public bool IsModule { get; init; }

    /// <summary>Whether a class of the source says how attributes are read.</summary>
    public bool ReadsAttributesItself { get; set; }

    /// <summary>Whether it is, or inherits from, <c>BaseException</c>.</summary>
    public bool IsException { get; init; }

    /// <summary>A base that the tracer does not know; null where it knows all.</summary>
    public string? UnknownBase { get; }

    /// <inheritdoc/>
    public override string TypeName => Meta?.Name ?? "type";

    /// <summary>Finds an attribute of the class or its bases.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The attribute as it is stored; null where there is none.</returns>
    public Value? Find(string name)
    {
        foreach (var entry in _order)
        {
            if (entry.Attributes.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Finds an attribute behind a class in this class's order, as <c>super()</c> does.</summary>
    /// <param name="after">The class behind which the search begins.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The attribute as it is stored; null where there is none.</returns>
    public Value? FindAfter(ClassValue after, string name)
    {
        var isBehind = false;
        foreach (var entry in _order)
        {
            if (isBehind && entry.Attributes.TryGetValue(name, out var value))
            {
                return value;
            }

            isBehind |= ReferenceEquals(entry, after);
        }

        return null;
    }

    /// <summary>Whether this class is another or inherits from it.</summary>
    /// <param name="other">The other class.</param>
    /// <returns>True where it does.</returns>
    public bool IsSubclassOf(ClassValue other)
    {
        foreach (var entry in _order)
        {
            if (ReferenceEquals(entry, other))
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<string, Value> Claim(Dictionary<string, Value> attributes)
    {
        foreach (var attribute in attributes.Values)
        {
            if (attribute is BuiltinFunction { IsMethod: true } method)
            {
                method.Join(this);
            }
        }

        return attributes;
    }

    private static ClassValue? MoreDerived(ClassValue? known, ClassValue? other) =>
        known is null || (other is not null && other.IsSubclassOf(known)) ? other : known;
}
