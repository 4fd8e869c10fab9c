using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Finds the attribute that a wrong name was probably meant to be.</summary>
internal static class AttributeHints
{
    /// <summary>The hint for a missing attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute that is missing.</param>
    /// <returns>The hint; null where no name is near.</returns>
    public static string? For(Value target, string name)
    {
        var nearest = target is TensorValue ? OperatorCatalogue.Default.NearestMethod(name) : NearestName.Find(name, Known(target));
        return nearest is null ? null : $"Did you mean '{nearest}'?";
    }

    private static List<string> Known(Value target)
    {
        var names = new List<string>();
        foreach (var type in CoreTypes.Of(target).ResolutionOrder)
        {
            names.AddRange(type.Attributes.Keys);
        }

        if (target is InstanceValue instance)
        {
            names.AddRange(instance.Attributes.Keys);
        }

        if (target is ModuleInstance module)
        {
            names.AddRange(module.Children.Keys);
            names.AddRange(module.Parameters.Keys);
            names.AddRange(module.Buffers.Keys);
        }

        return names;
    }
}
