using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Finds what a missing attribute was probably meant to be.</summary>
internal static class AttributeHints
{
    /// <summary>The hint for a missing attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The hint; null where nothing is near.</returns>
    public static string? For(Value target, string name)
    {
        var nearest = target is TensorValue ? OperatorCatalogue.Default.NearestMethod(name) : NearestName.Find(name, AttributeNames.Of(target));
        return nearest is null ? null : $"Did you mean '{nearest}'?";
    }
}
