using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>What <c>super()</c> gives: attributes are looked up behind a class in the order of an object's class.</summary>
/// <param name="after">The class behind which the search begins.</param>
/// <param name="self">The object, or the class in a class method.</param>
internal sealed class SuperValue(ClassValue after, Value self) : Value
{
    /// <summary>The class behind which the search begins.</summary>
    public ClassValue After { get; } = after;

    /// <summary>The object, or the class in a class method.</summary>
    public Value Self { get; } = self;

    /// <summary>The class whose order counts.</summary>
    public ClassValue? Order => Self switch
    {
        IObject special => special.Type,
        ClassValue type => type.IsSubclassOf(After) ? type : type.Meta,
        _ => null,
    };

    /// <inheritdoc/>
    public override string TypeName => "super";
}
