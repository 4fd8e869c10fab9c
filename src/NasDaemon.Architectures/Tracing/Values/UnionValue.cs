using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>Types joined by <c>|</c>.</summary>
/// <param name="members">The types.</param>
internal sealed class UnionValue(IReadOnlyList<Value> members) : Value
{
    /// <summary>The types.</summary>
    public IReadOnlyList<Value> Members => members;

    /// <inheritdoc/>
    public override string TypeName => "types.UnionType";

    /// <summary>Joins two types.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The union; null where one of them is no type.</returns>
    public static UnionValue? Join(Value left, Value right)
    {
        var isType = left is ClassValue or UnionValue or UnknownValue || right is ClassValue or UnionValue or UnknownValue;
        return isType && MembersOf(left) is { } first && MembersOf(right) is { } second ? new UnionValue([.. first, .. second]) : null;
    }

    private static IReadOnlyList<Value>? MembersOf(Value value) => value switch
    {
        UnionValue union => union.Members,
        ClassValue or UnknownValue => [value],
        NoneValue => [Library.CoreTypes.None],
        _ => null,
    };
}
